import { expect, test } from 'vitest'
import { keptActions } from '../../../../src/main/history/drafts/kept-actions'
import { draftId } from '../../../../src/shared/ids'
import { ok } from '../../../../src/shared/result'

test('the panel plays and sends what it shows, and reaches no other draft', async () => {
  const asked: string[] = []
  const did = (what: string) => () => Promise.resolve((asked.push(what), ok(null)))
  const kept = keptActions({ here: [{ draft: draftId('shown'), ms: 1_000 }] }, { play: did('play'), sendDraft: did('send') })
  const answers = await Promise.all([kept.play(draftId('shown')), kept.send(draftId('shown')), kept.play(draftId('other')), kept.send(draftId('other'))])
  expect({ asked, answers: answers.map((answer) => answer.ok || answer.error.tag) }).toEqual({ asked: ['play', 'send'], answers: [true, true, 'item-gone', 'item-gone'] })
})
