import { expect, test } from 'vitest'
import type { Feature } from '../../../src/main/app/feature'
import { type FeatureMachine, featuresOn } from '../../../src/main/features'
import type { ServerConfig } from '../../../src/shared/mcp/servers'
import { fakeFeatureMachine } from '../../fakes/fake-feature-machine'
import { FakeHistoryStore } from '../../fakes/fake-history-store'
import { confirmed, fakeServerMachine } from '../../fakes/fake-servers'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeToolSource } from '../../fakes/fake-tool-source'
import { fakeToolsWorld } from '../../fakes/fake-tools-world'
import { FakeHotkeys } from '../../fakes/fake-world'

const settled = () => new Promise((resolve) => setImmediate(resolve))
const SERVER: ServerConfig = { id: 's', label: 'insert', on: true, reach: { kind: 'stdio', command: 'server', args: [], cwd: null, env: [] } }
const TOOL = { name: 'text', title: null, description: 'Sends it away.', schema: { type: 'object' }, readOnly: false, destructive: false, hash: 'h' }

test('a server’s tool that is called as one of Parley’s own is there under another name, and Parley’s own is what it was', async () => {
  const { world, set } = fakeToolsWorld(new FakeTimers(), [])
  set({ toolChoice: 'all', mcpServers: [SERVER], mcpConfirmed: confirmed([SERVER]), mcpTools: [{ server: 's', tool: 'text', hash: 'h', level: null, on: true }] })
  const { machine: servers, process } = fakeServerMachine()
  let made = 0
  const own = new FakeToolSource(['insert_text'])
  const ownTools: FeatureMachine['ownTools'] = () => {
    made += 1
    return [own]
  }
  const machine: FeatureMachine = { ...fakeFeatureMachine({ records: new FakeHistoryStore('new'), approveKey: new FakeHotkeys() }), servers, ownTools }
  const features = featuresOn(machine).reduce<readonly Feature[]>((before, join) => [...before, join(world, before)], [])
  const joined = features.find((feature) => 'servers' in feature)
  await joined?.start?.(undefined as never)
  await settled()
  const round = process.of('connect').at(-1)?.round ?? 0
  process.says({ type: 'ready', server: 's', round, era: 'modern' })
  process.says({ type: 'tools', server: 's', round, first: true, last: true, tools: [TOOL], leftOut: null })
  const told = features.flatMap(({ extensions = [] }) => extensions).flatMap(({ configure }) => (configure?.()?.tools ?? []) as readonly { readonly name?: string }[])
  expect([made, told.map(({ name }) => name).filter((name) => name?.startsWith('insert'))]).toEqual([1, ['insert_text', expect.stringMatching(/^insert_text_[0-9a-f]{6}$/)]])
})
