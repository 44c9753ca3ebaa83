import { expect, test } from 'vitest'
import { sourceFaults, sourceOf } from '../../../../scripts/demo/verdict/source-use'
import type { Trace, WireLine } from '../../../../scripts/demo/trace'
import { client, HELD, server } from '../traces'

const passage = (cite: string, file: string) => ({ cite, file, text: 'eleven weeks' })
const LEASE = passage('A1', 'Lease of the lamp shop.md')
const asked = server(600, 'response.done', { response: { output: [{ type: 'function_call', status: 'completed' }] } })
const found = (...passages: readonly object[]) =>
  client(612, 'conversation.item.create', { item: { type: 'function_call_output', output: JSON.stringify({ source: 'your files', untrusted: true, text: JSON.stringify({ mode: 'words', passages }) }) } })
const said = (transcript: string) => server(690, 'response.output_audio_transcript.done', { transcript })
const run = (...wire: readonly WireLine[]): Trace => ({ ...HELD, wire: [...HELD.wire, ...wire] })

test('the file of the passage whose sign the answer says', () => {
  expect([sourceOf(run(asked, found(LEASE, passage('A2', 'Bread.md')), said('It is eleven weeks [A1].'))), sourceOf(HELD)]).toEqual([{ source: 'Lease of the lamp shop.md [A1], of 2 passages' }, { source: null }])
})

test.each<readonly [string, readonly WireLine[], readonly string[]]>([
  ['a good run', [asked, found(LEASE), said('It is eleven weeks [A1].')], []],
  ['no search', [], ['No tool was asked for.']],
  ['a sign that was not given', [asked, found(LEASE), said('It is eleven weeks [B1].')], ['The answer does not name the file it is from.']],
  ['another file', [asked, found(LEASE, passage('A2', 'Bread.md')), said('It is eleven weeks [A2].')], ['The answer does not name the file it is from.']],
  ['nothing', [asked, found(), said('Nothing was found.')], ['The answer does not name the file it is from.', 'The answer does not say what stands in the file.']],
])('%s', (_what, wire, faults) => {
  expect(sourceFaults(run(...wire))).toEqual(faults)
})
