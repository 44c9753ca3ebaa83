import { expect, it } from 'vitest'
import { READERS } from '../../../../../src/main/talk/core/realtime/event-readers'
import { type OwnNames, withOwnIds } from '../../../../../src/main/talk/core/realtime/rename-server-event'
import { parseServerEvent } from '../../../../../src/main/talk/core/realtime/server-event'
import { itemId, responseId } from '../../../../../src/shared/ids'

const [OWN_ITEM, OWN_RESPONSE] = [itemId('ours'), responseId('ours')]
const names: OwnNames = {
  announced: () => OWN_ITEM,
  inResponse: () => OWN_ITEM,
  committed: () => OWN_ITEM,
  mentioned: () => OWN_ITEM,
  known: () => OWN_ITEM,
  response: () => OWN_RESPONSE,
  responseBegun: () => OWN_RESPONSE,
  responseEnded: () => [],
  call: () => 'ours',
}
const ITEM = { id: 'wire', call_id: 'wire', type: 'function_call' }
const EVERYWHERE = { item_id: 'wire', previous_item_id: 'wire', response_id: 'wire', call_id: 'wire', item: ITEM, response: { id: 'wire', output: [ITEM] } }

it.each(Object.keys(READERS))('%s keeps no name of the server', (type) => {
  const parsed = parseServerEvent(JSON.stringify({ ...EVERYWHERE, type }))
  const renamed = parsed.kind === 'known' ? JSON.stringify(withOwnIds(parsed.event, names)) : parsed.kind
  expect(renamed).toContain(type)
  expect(renamed).not.toContain('wire')
})
