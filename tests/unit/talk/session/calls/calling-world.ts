import { NOT_AVAILABLE } from '../../../../../src/shared/text/tool-words'
import { talkingWorld, type TalkingWorld } from '../../talking-world'

export const call = (id: string, more: object = {}) => ({ id, type: 'function_call', status: 'completed', call_id: `call_${id}`, name: 'clock', arguments: '{}', ...more })
export const approval = (id: string) => ({ id, type: 'mcp_approval_request', server_label: 'docs', name: 'find', arguments: '{}' })

/** The whole of an item, as a service announces and ends it. */
export function brings(world: TalkingWorld, response: string, item: ReturnType<typeof call> | ReturnType<typeof approval>): void {
  world.say('response.output_item.added', { response_id: response, item: { ...item, arguments: '', ...('status' in item ? { status: 'in_progress' } : {}) } })
  world.say('response.output_item.done', { response_id: response, item })
}

/** An answer of these items alone, from its announcement to its end. */
export function answers(world: TalkingWorld, response: string, items: readonly (ReturnType<typeof call> | ReturnType<typeof approval>)[], end: object = {}): void {
  world.created(response)
  for (const item of items) brings(world, response, item)
  world.done({ id: response, output: items, ...end })
}

interface ItemSent {
  readonly type: string
  readonly call_id?: string
  readonly output?: string
  readonly approve?: boolean
}

/** What went out since the question, one word for each. */
export const out = (world: TalkingWorld): readonly string[] =>
  world.transport.last.sent.flatMap((event) => {
    if (event.type === 'response.create') return 'response' in event ? 'create without tools' : 'create'
    if (event.type === 'response.cancel') return 'cancel'
    if (event.type === 'conversation.item.delete') return 'delete'
    if (event.type !== 'conversation.item.create') return []
    const item = event['item'] as ItemSent
    if (item.type === 'function_call_output') return `${String(item.call_id)}: ${String(item.output)}`
    return item.type === 'mcp_approval_response' ? `approve ${String(item.approve)}` : item.type
  })

export const lines = (world: TalkingWorld) => world.sut.snapshot().items.flatMap(({ tool, status }) => (tool === undefined ? [] : [`${tool.name} ${status}: ${tool.output ?? '–'}`]))

export async function asked(): Promise<TalkingWorld> {
  const world = await talkingWorld()
  world.ask()
  return world
}

export const REFUSED = `call_c1: ${NOT_AVAILABLE}`
