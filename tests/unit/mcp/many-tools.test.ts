import { expect, test } from 'vitest'
import type { ToolPin } from '../../../src/shared/mcp/servers'
import { config, listed, mcpWorld } from './world'

const NAMES = Array.from({ length: 40 }, (_, at) => `tool_${String(at)}`)
const PINS: readonly ToolPin[] = [...NAMES, 'send_mail'].map((tool) => ({ server: 'a', tool, hash: `hash-of-${tool}`, level: tool === 'tool_1' ? 1 : null, on: true }))
const LONG = 'x'.repeat(500)
const request = (name: string, args = {}) => ({ name, arguments: args, private: false, taintedBy: null, signal: new AbortController().signal, progress: () => undefined })

async function many(tools: readonly string[]) {
  const world = await mcpWorld([config('a')], { mcpTools: [...PINS] })
  world.ready('a', ...tools.map((name) => listed(name, { description: `${name} ${LONG}` })), listed('send_mail', { description: 'Sends a letter to somebody.' }))
  const told = () => world.source.list().filter(({ isBehind }) => isBehind !== true).map(({ definition }) => definition.name)
  return { ...world, told }
}

test('few tools are told one by one; many are behind two that never change', async () => {
  const few = await many(NAMES.slice(0, 5))
  expect(few.told()).toEqual(['a_tool_0', 'a_tool_1', 'a_tool_2', 'a_tool_3', 'a_tool_4', 'a_send_mail'])
  const { told, source, lists } = await many(NAMES)
  const pair = JSON.stringify(source.list().slice(0, 2).map(({ definition }) => definition))
  expect([told(), source.list().length, pair.length < 1_000]).toEqual([['find_tools', 'use_tool'], 43, true])
  lists('a', ...NAMES.slice(0, 30).map((name) => listed(name, { description: `${name} ${LONG}` })))
  expect([told(), JSON.stringify(source.list().slice(0, 2).map(({ definition }) => definition))]).toEqual([['find_tools', 'use_tool'], pair]) // a list at the edge does not go to and fro
  lists('a', ...NAMES.slice(0, 5).map((name) => listed(name)))
  expect(told().length).toBe(5)
})

test('what is looked for is found by its words, with what it wants', async () => {
  const { source } = await many(NAMES)
  const outcome = await source.call(request('find_tools', { query: 'send a letter' }))
  expect(outcome).toMatchObject({ kind: 'done', said: expect.stringMatching(/^a_send_mail/), output: { tools: [expect.objectContaining({ name: 'a_send_mail', parameters: expect.objectContaining({ type: 'object' }) })] } })
  expect(await source.call(request('find_tools', { query: 'zzz' }))).toMatchObject({ said: 'No tool found' })
  expect(JSON.stringify(await source.call(request('find_tools', { query: 'tool' }))).length).toBeLessThan(6_500)
})

test('a call of the one that stands for all is a call of the tool that is meant, and nothing else', async () => {
  const { source } = await many(NAMES)
  const behind = (args: unknown) => source.behind?.({ name: 'use_tool', arguments: typeof args === 'string' ? args : JSON.stringify(args) }) ?? null
  expect(behind({ name: 'a_tool_1', arguments: { text: 'x' } })).toEqual({ name: 'a_tool_1', arguments: '{"text":"x"}' })
  expect(behind({ name: 'a_tool_1', arguments: '{"text":"x"}' })).toEqual({ name: 'a_tool_1', arguments: '{"text":"x"}' })
  expect([behind({ name: 'use_tool', arguments: {} }), behind({ name: 'clipboard_read', arguments: {} }), behind('no json'), behind([]), source.behind?.({ name: 'a_tool_1', arguments: '{}' })]).toEqual([null, null, null, null, null])
  expect(source.list().find(({ definition }) => definition.name === 'use_tool')?.check({})).toMatchObject({ ok: false })
})
