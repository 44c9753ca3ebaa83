import { expect, test } from 'vitest'
import type { ExportedConversation } from '../../../../src/main/history/core/export-layout'
import { LAYOUTS } from '../../../../src/main/history/core/export-layouts'
import { ExportReader } from '../../../../src/main/history/core/export-reader'
import { conversationFrom, frameFault } from '../../../../src/main/history/core/import-schema'
import type { ExportFormat } from '../../../../src/shared/history'
import { conversationId } from '../../../../src/shared/ids'
import { item, MORNING } from '../../../integration/history/support/talks'

const talk: ExportedConversation = {
  id: conversationId('talk'), title: 'Clocks & watches', titled: true, preview: '', startedAt: MORNING, updatedAt: MORNING + 5_000, pinned: false, items: 4,
  endpointName: 'OpenAI', usage: [],
}
const items = [
  item('a', { text: '# What is "time"?' }),
  item('b', { position: 1, role: 'assistant', text: 'It is **half** past ten.\nOr `so`.', status: 'interrupted', heardChars: 14 }),
  item('c', { position: 2.5, text: '' }),
  item('d', { position: 3, role: 'assistant', kind: 'tool', text: '', tool: { callId: 'call', name: 'clock', arguments: '{"zone":"`utc`"}', output: null } }),
  item('e', {
    position: 4, role: 'assistant', kind: 'tool', text: '',
    tool: { callId: 'call_2', name: 'open_url', arguments: '{}', output: 'opened', account: { title: 'Open a web page', approval: 'held', outcome: 'done', result: 'Opened', elapsedMs: 412 } },
  }),
]

const exported = (format: ExportFormat): string => {
  const layout = LAYOUTS[format]
  const one = (index: number): string => layout.conversation(talk, index) + items.map((write, place) => layout.item(write, place, [])).join('') + layout.endConversation(talk)
  return layout.begin(MORNING) + one(0) + one(1) + layout.end()
}

test('Markdown strikes what was not heard and keeps to its own headings', () => {
  expect(exported('markdown').split('\n---\n')[0]).toBe(`# Clocks & watches

*2026-03-01 10:00 UTC · OpenAI · 4 messages*

**You** (10:00)

\\# What is "time"?

**Assistant** (10:00) *– interrupted*

It is **half** ~~past ten.~~
~~Or \`so\`.~~

**You** (10:00) *– no transcript*

**Assistant** (10:00)

Used \` clock \` with \`\` {"zone":"\`utc\`"} \`\`: no answer

**Assistant** (10:00)

Open a web page \` open_url \` with \` {} \`: \` opened \` (allowed by holding the key, done, 0.4 s)
`)
})

test('plain text puts it in brackets', () => {
  expect(exported('text').split(/=+/u)[0]).toBe(`Clocks & watches
2026-03-01 10:00 UTC · OpenAI · 4 messages

You, 10:00:
  # What is "time"?

Assistant, 10:00 (interrupted):
  It is half [not heard: past ten.
  Or so.]

You, 10:00 (no transcript):

Assistant, 10:00:
  [Used clock with {"zone":"\`utc\`"}: no answer]

Assistant, 10:00:
  [Open a web page open_url with {}: opened (allowed by holding the key, done, 0.4 s)]

`)
})

test.each([1, 2, 7, 1_000_000])('JSON in pieces of %i characters is read back as it was written', (size) => {
  const text = exported('json')
  const reader = new ExportReader()
  const read: unknown[] = []
  for (let at = 0; at < text.length; at += size) {
    const pieces = reader.push(text.slice(at, at + size))
    if (pieces.ok) read.push(...pieces.value)
  }
  const { title, titled, pinned, startedAt, updatedAt, endpointName, id } = talk
  const conversation = { ok: true, value: { id, title, titled, pinned, startedAt, updatedAt, endpointName, items: items.map((write) => ({ write, images: [] })), usage: [] } }
  expect({ fault: frameFault(reader.frame()), read: read.map((one) => conversationFrom(one, 1)) }).toEqual({ fault: null, read: [conversation, conversation] })
})

test('JSON is JSON', () => {
  expect(JSON.parse(exported('json'))).toMatchObject({ format: 'parley-history', version: 1, conversations: [{ id: 'talk' }, { id: 'talk' }] })
})

test('both say why an answer ended early', () => {
  const short = item('f', { role: 'assistant', text: 'Half', ended: 'length' })
  expect([LAYOUTS.text.item(short, 0, []), LAYOUTS.markdown.item(short, 0, [])].map((text) => text.split('\n')[1])).toEqual([
    'Assistant, 10:00 (ended at the length limit):', '**Assistant** (10:00) *– ended at the length limit*',
  ])
})
