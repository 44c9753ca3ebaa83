import { expect, test } from 'vitest'
import type { ConversationItem } from '../../../src/shared/conversation'
import { sampleItem, sampleView } from '../../unit/state/sample-view'
import { Judge } from './hostile/judge'
import { HonestPage } from './hostile/page'

const inProgress = (text: string) => sampleItem('a1', { text, status: 'in-progress' })

/** What the judge finds where these lists were shown one after the other, and all that is finished was written. */
function faults(...shown: readonly (readonly ConversationItem[])[]): readonly string[] {
  const judge = new Judge(new HonestPage())
  for (const [now, items] of shown.entries()) judge.evaluate({ now, view: sampleView(), items, escapeWatched: true, serverAt: now })
  const items = shown.at(-1) ?? []
  judge.account({ items }, items, [])
  return judge.faults
}

test('the judge finds what still grows at the end, and what went while it grew', () => {
  expect([
    faults([inProgress('Hello')]),
    faults([inProgress('Hello')], []),
    faults([inProgress('Hello')], [sampleItem('a1', { text: 'Goodbye', status: 'interrupted' })]),
    faults([inProgress('')], []),
  ]).toEqual([[expect.stringContaining('still in-progress at the end: a1')], ['lost: shown as it grew and gone: a1 "Hello"'], [], []])
})
