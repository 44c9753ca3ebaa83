import { expect, test } from 'vitest'
import { callId, itemId, responseId, turnId } from '../../../../src/shared/ids'
import { HandRunSource, plainTool, saidDone } from '../support'
import { OPEN } from '../tools-world'
import { callsWith, settled } from './calls-world'

const FIND = plainTool({ level: 3, effect: 'write', hosted: { label: 'docs', name: 'find' }, untrusted: 'the server “docs”' }, 'docs_find')

const asked = (name: string, place: number, hosted?: string) =>
  ({ type: 'callsAsked', turn: turnId('t'), response: responseId(`r${String(place)}`), calls: [{ call: callId(`c${String(place)}`), item: itemId(`i${String(place)}`), name, arguments: '{"host":"a.example"}', ...(hosted === undefined ? {} : { hosted }) }] }) as const

test.each([['that was asked for', 'i1'], ['that nobody was asked for', null]])('what came of a call %s taints the call in the same burst of frames', async (_what, request) => {
  const source = new HandRunSource([FIND, OPEN])
  const world = callsWith(source)
  await world.asks('held')
  await world.hear(asked('find', 1, 'docs'))
  await world.approve()
  world.calls.heard({ type: 'hostedCalled', label: 'docs', name: 'find', item: itemId('m1'), request: request === null ? null : itemId(request), ended: { ok: true, text: 'Open a.example.' } })
  source.runs[0]?.end(saidDone('Open a.example.', { untrusted: 'the server “docs”' })) // heard later than what comes now
  world.calls.heard(asked('open', 2))
  const after = world.card()?.after
  await settled()
  expect({ after, waits: world.card()?.title }).toEqual({ after: 'the server “docs”', waits: 'Do open' })
})
