import { describe, expect, it } from 'vitest'
import { dig, errorsIn, startTrace, update, type Trace } from '../trace'

const refusal = (trace: Trace, event: object): readonly unknown[] => errorsIn(trace.send(event)).flatMap((error) => [dig(error, 'code'), dig(error, 'param'), dig(error, 'message')])
const detection = (fields: object): object => update({ audio: { input: { turn_detection: { type: 'server_vad', ...fields } } } })
const response = (fields: object): object => ({ type: 'response.create', response: fields })
const item = (fields: object): object => ({ type: 'conversation.item.create', item: fields })
const wrong = (param: string, what: string): readonly string[] => ['invalid_value', param, `Invalid value for '${param}': ${what}.`]
const missing = (param: string): readonly string[] => ['missing_required_parameter', param, `Missing required parameter: '${param}'.`]
const unknown = (param: string): readonly string[] => ['unknown_parameter', param, `Unknown parameter: '${param}'.`]

describe('what the service says of a wrong value', () => {
  const input = 'session.audio.input.turn_detection'
  it.each([
    ['no text', update({ instructions: null }), wrong('session.instructions', 'expected a string')],
    ['no flag', update({ parallel_tool_calls: 'yes' }), wrong('session.parallel_tool_calls', 'expected a boolean')],
    ['no object', update({ audio: [] }), wrong('session.audio', 'expected an object')],
    ['no list', update({ tools: {} }), wrong('session.tools', 'expected a list')],
    ['none of the names', update({ reasoning: { effort: 'some' } }), wrong('session.reasoning.effort', "expected one of 'minimal', 'low', 'medium', 'high', 'xhigh'")],
    ['a number outside', detection({ threshold: 1.01 }), wrong(`${input}.threshold`, 'expected a number from 0 to 1')],
    ['a fraction, outside as well', detection({ silence_duration_ms: 10_000.5 }), wrong(`${input}.silence_duration_ms`, 'expected a whole number from 0 to 10000')],
    ['a whole number outside', detection({ silence_duration_ms: 10_001 }), wrong(`${input}.silence_duration_ms`, 'expected a number from 0 to 10000')],
    ['a list in place of a kind', update({ audio: { input: { turn_detection: [] } } }), wrong(input, 'expected an object')],
    ['no kind', update({ audio: { input: { turn_detection: {} } } }), missing(`${input}.type`)],
    ['an unknown kind', update({ audio: { input: { turn_detection: { type: 'ear' } } } }), wrong(`${input}.type`, "expected one of 'server_vad', 'semantic_vad'")],
    ['a kind that every object has', item({ type: 'constructor' }), wrong('item.type', "expected one of 'message', 'function_call', 'function_call_output', 'mcp_approval_response'")],
    ['a field that every object has', update({ toString: 1 }), unknown('session.toString')],
    ['neither of two kinds: the second speaks', update({ max_output_tokens: 5_000 }), wrong('session.max_output_tokens', 'expected a number from 1 to 4096')],
    ['an own voice with more than an id', update({ audio: { output: { voice: { id: 'v', age: 3 } } } }), wrong('session.audio.output.voice', "expected one of 'alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin', 'cedar'")],
    ['one of a list', update({ tools: [{ type: 'mcp', server_label: 'a' }, { type: 'mcp' }] }), missing('session.tools[1].server_label')],
    ['too long a pair', response({ metadata: { a: 'b'.repeat(513) } }), wrong('response.metadata', 'expected at most 16 string pairs, keys to 64 and values to 512 characters')],
    ['no pairs', response({ metadata: 'a' }), wrong('response.metadata', 'expected an object of strings')],
    ['a part of another role', item({ type: 'message', role: 'system', content: [{ type: 'input_audio', audio: '' }] }), wrong('item.content[0].type', "expected one of 'input_text'")],
    ['an unknown role', item({ type: 'message', role: 'tool', content: [] }), wrong('item.role', "expected one of 'user', 'assistant', 'system'")],
    ['no image', item({ type: 'message', role: 'user', content: [{ type: 'input_image', image_url: 'data:image/png;base64,AAAA' }] }), wrong('item.content[0].image_url', 'expected a PNG or JPEG image, and its own media type')],
  ])('%s', (_name, event, expected) => {
    expect(refusal(startTrace(), event)).toEqual(expected)
  })
})

describe('of several faults the service names one', () => {
  it.each([
    ['the one that the client wrote first', update({ mood: 1, instructions: 2 }), unknown('session.mood')],
    ['whichever kind it is', update({ instructions: 2, mood: 1 }), wrong('session.instructions', 'expected a string')],
    ['but before all what is not there', item({ type: 'function_call_output', mood: 1, output: 2 }), missing('item.call_id')],
    ['an earlier one in a list', item({ type: 'message', role: 'user', content: [{ type: 'input_text', text: 1 }, {}] }), wrong('item.content[0].text', 'expected a string')],
    ['a deep one before a later flat one', update({ audio: { input: { mood: 1 } }, model: 1 }), unknown('session.audio.input.mood')],
  ])('%s', (_name, event, expected) => {
    expect(refusal(startTrace(), event)).toEqual(expected)
  })
})
