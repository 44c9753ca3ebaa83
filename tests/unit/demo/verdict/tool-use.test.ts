import { expect, test } from 'vitest'
import type { Trace, WireLine } from '../../../../scripts/demo/trace'
import { toolFaults, toolUseOf } from '../../../../scripts/demo/verdict/tool-use'
import { client, HELD, mark, server } from '../traces'

const NOON = '{"time":"2026-11-30T12:00:00+01:00"}'
const asked = (status = 'completed') => server(600, 'response.done', { response: { output: [{ type: 'function_call', status }] } })
const told = (output: string) => client(612.34, 'conversation.item.create', { item: { type: 'function_call_output', output } })
const said = (transcript: string) => server(690, 'response.output_audio_transcript.done', { transcript })

const run = (...wire: readonly WireLine[]): Trace => ({ marks: [mark(300, 'playbackStarted'), ...HELD.marks], wire })

test('from the question to the output, and from there to the sound behind it', () => {
  expect([toolUseOf(run(asked(), told(NOON), said(NOON))), toolUseOf(HELD)]).toEqual([
    { toolMs: 12.3, toolToSoundMs: 97.7 },
    { toolMs: null, toolToSoundMs: null },
  ])
})

test.each<readonly [string, readonly WireLine[], readonly string[]]>([
  ['a good run', [asked(), told(NOON), said(`The tool answered: ${NOON}`)], []],
  ['no call', [], ['No tool was asked for.']],
  ['half a call', [asked('incomplete')], ['No tool was asked for.']],
  ['no output', [asked()], ['The tool gave no output.']],
  ['a refusal', [asked(), told('Not here.'), said('Not here.')], ['The tool was not used; its output says: Not here.']],
  ['an error', [asked(), told('{"error":"No."}')], ['The tool was not used; its output says: {"error":"No."}']],
  ['another answer', [asked(), told(NOON), said('Hello.')], ['The answer does not tell what the tool said.']],
])('%s', (_what, wire, faults) => {
  expect(toolFaults(run(...wire))).toEqual(faults)
})
