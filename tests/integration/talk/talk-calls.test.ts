import { expect, test } from 'vitest'
import type { Output } from '../../../src/main/practice/script/script'
import { NOT_APPROVED, NOT_AVAILABLE } from '../../../src/shared/text/tool-words'
import { type Loop, speak, startLoop } from '../support/loop'

const CALL = { kind: 'function-call', name: 'clock', arguments: '{"zone":"UTC"}' } as const
const APPROVAL = { kind: 'mcp-approval-request', serverLabel: 'docs', name: 'find', arguments: '{}' } as const
const SPOKEN = [{ outputs: [{ kind: 'say' as const, text: 'I cannot do that.' }] }]

/** What of calls reached the server in each session, in order, and whether it was asked with tools. */
const received = ({ practice }: Loop) =>
  practice.sessions.map(({ received: events }) =>
    events.flatMap(({ type, item, response }) => {
      if (type === 'response.create') return response === undefined ? 'create' : `create ${JSON.stringify(response)}`
      const { type: kind, output, approve } = (item ?? {}) as { readonly type?: string; readonly output?: string; readonly approve?: boolean }
      return kind === undefined || kind === 'message' ? [] : [kind, output ?? approve].filter((word) => word !== undefined).join(': ')
    }))

const lines = ({ assistant }: Loop) => assistant.snapshot().items.map(({ role, kind, status, tool }) => (tool === undefined ? `${role} ${kind} ${status}` : `${tool.name} ${status}: ${String(tool.output)}`))

const WITHOUT_TOOLS = 'create {"tool_choice":"none"}'
const OUTPUT = `function_call_output: ${NOT_AVAILABLE}`

test.each<readonly [string, readonly Output[], readonly string[], readonly string[]]>([
  ['a call', [CALL], [OUTPUT], [`clock done: ${NOT_AVAILABLE}`]],
  ['several', [CALL, { ...CALL, name: 'dice' }, APPROVAL], [OUTPUT, OUTPUT, 'mcp_approval_response: false'], [`clock done: ${NOT_AVAILABLE}`, `dice done: ${NOT_AVAILABLE}`, `find done: ${NOT_APPROVED}`]],
  ['a wish for approval', [APPROVAL], ['mcp_approval_response: false'], [`find done: ${NOT_APPROVED}`]],
])('an answer of %s alone: refused and told, and what the model says then is heard', async (_what, outputs, refusals, told) => {
  const loop = await startLoop({ script: [{ outputs }, ...SPOKEN], faults: ['duplicate-events'] })
  await loop.ready()
  speak(loop)
  await loop.until(() => expect(loop.audio.calls.some((call) => call.startsWith('end'))).toBe(true))
  for (const item of loop.audio.played.keys()) loop.audio.facts.playbackDrained(item, loop.audio.samplesPlayed(item), 0)
  await loop.until(() => expect([loop.view().phase, lines(loop)]).toEqual(['idle', ['user speech done', ...told, 'assistant speech done']]))
  expect([received(loop), loop.view().notice]).toEqual([[['create', ...refusals, WITHOUT_TOOLS]], null])
})

test('a model that calls for ever is asked twice, and the person is told', async () => {
  const loop = await startLoop({ script: Array.from({ length: 5 }, () => ({ outputs: [CALL] })) })
  await loop.ready()
  speak(loop)
  await loop.until(() => expect([loop.view().phase, loop.view().notice?.tag]).toEqual(['idle', 'answer-empty']))
  await loop.until(() => expect(received(loop)).toEqual([['create', OUTPUT, WITHOUT_TOOLS, OUTPUT]])) // it is still on its way
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(received(loop)[0]).toHaveLength(4)
})

/** Whatever was done for a question is done: another session that heard the question itself again would do it again. */
test('cut before the second answer: the next session is told of the question and then of the call, not of the refusal, and asked once', async () => {
  const loop = await startLoop({ script: [{ outputs: [CALL, APPROVAL] }, { outputs: [{ kind: 'echo' }], thinkMs: 60_000 }] })
  await loop.ready()
  speak(loop)
  await loop.until(() => expect(received(loop)[0]?.at(-1)).toBe(WITHOUT_TOOLS))
  loop.practice.cut('drop')
  await loop.until(() => expect(loop.audio.calls.some((call) => call.startsWith('end'))).toBe(true))
  const [, next] = loop.practice.sessions
  const told = next?.received.flatMap(({ item }) => (item as { readonly type?: string } | undefined)?.type ?? [])
  expect([received(loop)[1], told, next?.committedAudio]).toEqual([['function_call', OUTPUT, WITHOUT_TOOLS], ['message', 'function_call', 'function_call_output'], []])
})
