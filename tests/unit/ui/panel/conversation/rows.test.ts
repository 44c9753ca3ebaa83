import { expect, it } from 'vitest'
import { foldId, rowsOf } from '../../../../../src/renderer/src/ui/panel/conversation/rows'
import type { ConversationItem } from '../../../../../src/shared/conversation'
import { itemId } from '../../../../../src/shared/ids'
import { sampleItem } from '../../../state/sample-view'

const step = (id: string, output: string | null = '{}'): ConversationItem => sampleItem(id, { kind: 'tool', tool: { callId: id, name: 'look', arguments: '{}', output } })
const told = (items: readonly ConversationItem[], running: readonly string[] = [], opened: readonly string[] = []) =>
  rowsOf(items, new Set(running.map(itemId)), new Set(opened)).map(({ id, steps }) => (steps === null ? id : `${String(steps)} steps`))

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => step(id)) as [ConversationItem, ConversationItem, ConversationItem, ConversationItem, ConversationItem]
const says = sampleItem('says')

it.each<readonly [string, readonly string[], readonly string[]]>([
  ['nothing', told([]), []],
  ['three in a row stand', told([a, b, c, says]), ['a', 'b', 'c', 'says']],
  ['four fold', told([says, a, b, c, d]), ['says', '4 steps']],
  ['what was said between them parts them', told([a, b, says, c, d]), ['a', 'b', 'says', 'c', 'd']],
  ['one that runs is seen, those before it fold', told([a, b, c, d, step('now', null)], ['now']), ['4 steps', 'now']],
  ['one that is answered and goes on in the background is seen', told([a, b, c, d, e], ['e']), ['4 steps', 'e']],
  ['one in the middle that waits for the person parts them', told([a, b, step('asks', null), c, d], ['asks']), ['a', 'b', 'asks', 'c', 'd']],
  ['opened, all stand behind the line', told([a, b, c, d], [], [foldId(a.id)]), ['4 steps', 'a', 'b', 'c', 'd']],
])('%s', (_what, rows, expected) => {
  expect(rows).toEqual(expected)
})
