import { MAX_MESSAGE_BYTES } from './line-reader'

const NEWLINE = 0x0a

/** Ends an answer in which one message becomes too long. A stream of events may be long; no line of it may. */
export function boundedBody(response: Response): Response {
  const { body } = response
  if (body === null) return response
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  let sinceBreak = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, controller) => {
      const lastBreak = isStream ? piece.lastIndexOf(NEWLINE) : -1
      sinceBreak = lastBreak < 0 ? sinceBreak + piece.length : piece.length - lastBreak - 1
      if (sinceBreak > MAX_MESSAGE_BYTES) controller.error(new Error('a message is too long'))
      else controller.enqueue(piece)
    },
  })
  return new Response(body.pipeThrough(counted), response)
}
