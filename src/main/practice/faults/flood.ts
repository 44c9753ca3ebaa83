import type { SessionContext } from '../session/session-context'
import type { WireItem } from '../session/wire'

const LINE = 'The quick brown fox jumps over the lazy dog, again and again and again. '

/** Its end can be told from everything before it. */
export const floodText = (megabytes: number): string => `${LINE.repeat(Math.ceil((megabytes * 1_000_000) / LINE.length))}The end.`

const message = ({ ids }: SessionContext, text: string): WireItem => ({
  id: ids.next('item'), object: 'realtime.item', type: 'message', status: 'completed', role: 'assistant', content: [{ type: 'output_text', text }],
})

const call = ({ ids }: SessionContext, megabytes: number): WireItem => ({
  id: ids.next('item'), object: 'realtime.item', type: 'function_call', status: 'completed', call_id: ids.next('call'), name: 'clock', arguments: JSON.stringify({ zone: floodText(megabytes) }),
})

const image = ({ ids }: SessionContext, megabytes: number): WireItem => ({
  id: ids.next('item'), object: 'realtime.item', type: 'message', status: 'completed', role: 'user',
  content: [{ type: 'input_image', image_url: `data:image/png;base64,${'A'.repeat(megabytes * 1_000_000)}` }],
})

/** One huge item, of each kind that is asked for. */
function floodOnce(context: SessionContext): void {
  const { faults, emit } = context
  const one = (item: WireItem) => emit({ type: 'conversation.item.done', previous_item_id: null, item })
  const [text, args, picture] = [faults.take('flood-text', 20), faults.take('flood-arguments', 20), faults.take('flood-image', 20)]
  if (text !== null) one(message(context, floodText(text)))
  if (args !== null) one(call(context, args))
  if (picture !== null) one(image(context, picture))
}

/** What a server that has gone wild sends before an answer; nobody asked for it. Beside the conversation it keeps. */
export function flood(context: SessionContext): void {
  const items = context.faults.take('flood-items', 36_000) ?? 0
  for (let count = 1; count <= items; count += 1) context.emit({ type: 'conversation.item.added', previous_item_id: null, item: message(context, `Unasked ${String(count)}`) })
  floodOnce(context)
  const words = context.faults.take('flood-deltas', 100_000)
  if (words !== null) growWithoutEnd(context, words)
}

function growWithoutEnd(context: SessionContext, words: number): void {
  const { id } = message(context, '')
  for (let count = 1; count <= words; count += 1) {
    context.emit({ type: 'response.output_text.delta', response_id: 'resp_flood', item_id: id, output_index: 0, content_index: 0, delta: `word ${String(count)} ` })
  }
}
