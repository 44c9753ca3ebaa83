import { expect, test } from 'vitest'
import type { NamedCall } from '../../../../src/main/tools/core/tool'
import { HandRunSource, plainTool, saidDone } from '../support'
import { callsWith } from './calls-world'

/** `use` stands for `wipe`, whatever it is called with. */
class StandingSource extends HandRunSource {
  behind({ name }: NamedCall): NamedCall | null {
    return name === 'use' ? { name: 'wipe', arguments: '{"what":"all"}' } : null
  }
}

const source = () => new StandingSource([plainTool({ level: 0 }, 'use'), plainTool({ level: 3, effect: 'write', isBehind: true, by: 'Disk' }, 'wipe')])

test('of a tool that stands for others the card, the run and the action are of the one that is meant, and its level counts', async () => {
  const tools = source()
  const { call, parts, approve, store, answers } = callsWith(tools)
  const [id = ''] = await call(['use', { name: 'wipe' }])
  const { card } = parts.approvals
  await approve()
  tools.runs[0]?.end(saidDone('gone'))
  await new Promise((resolve) => setImmediate(resolve))
  expect({ source: card?.source, title: card?.title, level: card?.level, arguments: card?.arguments, ran: tools.runs[0]?.request.name, actions: store.calls, answer: answers.get(id) }).toEqual({
    source: 'Disk', title: 'Do wipe', level: 3, arguments: [{ name: 'what', text: 'all' }], ran: 'wipe', actions: ['saveAction wipe open', 'saveAction wipe done'], answer: 'gone',
  })
})

test('the model is told of the one that stands for them, not of those behind it', () => {
  expect(callsWith(source()).parts.tools.definitions.map(({ name }) => name)).toEqual(['use'])
})
