import { expect, test } from 'vitest'
import { overflowing, restoredEntries, type RestoredEntry } from '../../../../../src/main/talk/core/conversation/context-restore'
import type { ConversationItem } from '../../../../../src/shared/conversation'
import { itemId } from '../../../../../src/shared/ids'

const item = (id: string, change: Partial<ConversationItem> = {}): ConversationItem => ({
  id: itemId(id),
  role: 'user',
  kind: 'speech',
  text: id,
  status: 'done',
  heardChars: null,
  audioMs: null,
  ...change,
})
const answer = (id: string, change: Partial<ConversationItem> = {}) => item(id, { role: 'assistant', ...change })
const call = (id: string, output: string | null, callId = `call_${id}`) =>
  answer(id, { kind: 'tool', text: '', tool: { callId, name: 'clock', arguments: '{}', output } })
const wordsOf = (part: { readonly text?: string; readonly audio?: string; readonly image_url?: string }): string => part.text ?? part.audio ?? part.image_url ?? ''

/** Each entry in a line, made as the lead makes it: one behind the other. */
function lines(entries: readonly RestoredEntry[]): readonly string[] {
  return entries.map(({ create }, index) => {
    const event = create(itemId(`seed_${String(index)}`), null)
    if (!('item' in event)) return event.type
    const { item: made } = event
    if (made.type === 'function_call') return `call ${made.call_id} ${made.name}(${made.arguments})`
    if (made.type === 'mcp_approval_response') return made.type
    return made.type === 'function_call_output' ? `output ${made.call_id} ${made.output}` : `${made.role}: ${made.content.map(wordsOf).join(' + ')}`
  })
}
const told = (items: readonly ConversationItem[], budget?: number) => lines(restoredEntries(items, [], budget))

test('both sides in order, the assistant with what was heard', () => {
  expect(
    told([
      item('a', { text: 'Which trees are these?' }),
      answer('b', { text: 'Beeches and ashes, I think', status: 'interrupted', heardChars: 7 }),
    ]),
  ).toEqual(['user: Which trees are these?', 'assistant: Beeches'])
})

test('nothing unfinished, failed, silent or unheard', () => {
  expect(
    told([
      item('a', { status: 'in-progress' }),
      item('b', { status: 'failed' }),
      item('c', { text: '' }),
      answer('d', { heardChars: 0, status: 'interrupted' }),
    ]),
  ).toEqual([])
})

const sound = (samples: number) => ({ speech: { samples, lastPart: (last: number) => `${String(last)} of ${String(samples)}` } })

test('a question whose words never came is told as it sounded; one with words in words', () => {
  expect(told([{ ...item('a', { text: '' }), ...sound(48_000) }, answer('b'), { ...item('c', { status: 'failed' }), ...sound(2_400) }, { ...item('d'), ...sound(2_400) }])).toEqual([
    'user: 48000 of 48000',
    'assistant: b',
    'user: 2400 of 2400',
    'user: d',
  ])
})

test('its sound counts as the text it costs, and only its end is told where it does not fit', () => {
  const long = { ...item('a', { text: '' }), ...sound(24_000 * 60 * 5) }
  expect([told([item('0'), long, answer('b', { text: 'yes' })], 403), told([long])]).toEqual([['user: 240000 of 7200000', 'assistant: yes'], ['user: 4320000 of 7200000']])
})

test('a call with its output, as a pair by an id of ours; without an output not at all', () => {
  expect(told([item('a'), call('b', '12:00'), answer('c'), call('d', null), call('e', 'late', 'x'.repeat(33)), call('f', ''), call('g', 'refused', '')])).toEqual([
    'user: a',
    'call b clock({})',
    'output b 12:00',
    'assistant: c',
    'call e clock({})',
    'output e late',
    'call f clock({})',
    'output f ',
  ])
})

test('an entry knows its item, is created under the id it is given, and at its place; the summary comes first and has no item', () => {
  const entries = restoredEntries([item('a')], [{ text: 'Summary of the talk so far: They greeted.' }])
  expect(entries.map(({ item: id, create }) => [id, create(itemId('w'), 'root')])).toEqual([
    [null, { type: 'conversation.item.create', previous_item_id: 'root', item: { id: 'w', type: 'message', role: 'system', content: [{ type: 'input_text', text: 'Summary of the talk so far: They greeted.' }] } }],
    ['a', { type: 'conversation.item.create', previous_item_id: 'root', item: { id: 'w', type: 'message', role: 'user', content: [{ type: 'input_text', text: 'a' }] } }],
  ])
})

test('whole turns only, newest first, without a gap', () => {
  const talk = [item('one'), answer('three'), item('x'.repeat(50)), item('four'), answer('five')]
  expect([told(talk, 11), told(talk, 8), told(talk, 65)]).toEqual([
    ['user: four', 'assistant: five'],
    ['user: four', 'assistant: five'],
    [`user: ${'x'.repeat(50)}`, 'user: four', 'assistant: five'],
  ])
})

test('what a gigantic newest turn loses is its beginning, and the question beside it stays', () => {
  const words = 'word '.repeat(40)
  expect(told([item('old'), item('Why?'), answer('b', { text: words })], 24)).toEqual(['user: Why?', 'assistant: … word word word'])
})

test('cutting respects the budget, in scripts without spaces too, and halves no character', () => {
  const sizes = ['x'.repeat(90), '你好'.repeat(45), '😀'.repeat(45), `${'a b '.repeat(20)}end`].map((text) => told([item('a', { text })], 21)[0]?.slice(6))
  expect(sizes).toEqual([`… ${'x'.repeat(19)}`, `… 好${'你好'.repeat(9)}`, `… ${'😀'.repeat(9)}`, '… a b a b a b a b end'])
})

test('where no words are told apart, a character of several signs is told whole or not at all', () => {
  expect(told([item('a', { text: '👨‍👩‍👧‍👦'.repeat(45) })], 27)[0]?.slice(6)).toBe(`… ${'👨‍👩‍👧‍👦'.repeat(2)}`)
})

test('of a gigantic output the answer that is due is told what fits, or the model would call again', () => {
  const lost = told([item('a'), call('b', 'x'.repeat(500)), answer('c')], 100)
  expect([lost.length, lost[1], lost[2]?.endsWith('xx…'), lost.join('').length < 140]).toEqual([4, 'call b clock({})', true, true])
})

test('gigantic arguments are left out with their output: half a JSON text is none', () => {
  const big = answer('b', { kind: 'tool', text: '', tool: { callId: 'c', name: 'clock', arguments: JSON.stringify({ text: 'x'.repeat(500) }), output: 'ok' } })
  expect(told([item('a'), big, answer('c')], 100)).toEqual(['user: a', 'assistant: c'])
})

test('of what was answered before, a line is told; of what was not run, nothing', () => {
  const page = `First line.\n${'and more '.repeat(50)}`
  const notRun = '{"status":"not_run","why":"the person interrupted"}'
  const talk = [item('a'), call('b', page), call('n', notRun), answer('c'), item('d'), call('e', page), call('m', notRun)]
  expect(told(talk)).toEqual([
    'user: a', 'call b clock({})', `output b First line. ${'and more '.repeat(50)}`.slice(0, 208) + '…', 'assistant: c',
    'user: d', 'call e clock({})', `output e ${page}`, 'call m clock({})', `output m ${notRun}`,
  ])
})

test('a line that was told whole is not told anew when it grows old', () => {
  const long = 'word '.repeat(100)
  const said = (items: readonly ConversationItem[]) => restoredEntries(items, []).filter(({ item: id }) => id === 'b').map((entry) => entry.said)
  expect(said([item('a'), call('b', long)])).toEqual(said([item('a'), call('b', long), answer('c'), item('d')]))
})

test('what fell out is told until a summary covers it', () => {
  const talk = [item('aaaa'), answer('bbbb'), item('failed', { status: 'failed' }), item('cccc'), answer('dddd'), item('eeee')]
  const ids = (covered: readonly string[]) => overflowing(talk, { text: 's', covers: new Set(covered.map(itemId)) }, 8).map(({ id }) => id)
  expect([ids([]), ids(['aaaa', 'bbbb']), ids(['aaaa', 'bbbb', 'cccc', 'dddd']), overflowing(talk, null)]).toEqual([
    ['aaaa', 'bbbb', 'cccc', 'dddd'],
    ['cccc', 'dddd'],
    [],
    [],
  ])
})

test('what a summary covers is told whole as well while it fits', () => {
  expect(lines(restoredEntries([item('a'), item('b')], [{ text: 'Summary of the talk so far: s' }]))).toEqual(['system: Summary of the talk so far: s', 'user: a', 'user: b'])
})
