import { MAX_MESSAGE_BYTES } from './line-reader'

const NEWLINE = 0x0a
const RETURN = 0x0d

const wholeBody = (): ((piece: Uint8Array) => number) => {
  let bytes = 0
  return (piece) => (bytes += piece.length)
}

/** How long the longest event is that was open in a piece; an empty line ends one, however many lines it has had. */
const events = (): ((piece: Uint8Array) => number) => {
  let [inEvent, inLine, last] = [0, 0, 0]
  return (piece) => {
    let longest = 0
    for (const byte of piece) {
      inEvent += 1
      longest = Math.max(longest, inEvent)
      const isPair = byte === NEWLINE && last === RETURN
      const isBreak = byte === NEWLINE || byte === RETURN
      if (isBreak && !isPair && inLine === 0) inEvent = 0
      inLine = isBreak ? 0 : inLine + 1
      last = byte
    }
    return longest
  }
}

/** Ends an answer in which one message becomes too long. A stream of events may be long; no event of it may. */
export function boundedBody(response: Response, maxBytes = MAX_MESSAGE_BYTES): Response {
  const { body } = response
  if (body === null) return response
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  const longestIn = isStream ? events() : wholeBody()
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, controller) => {
      if (longestIn(piece) > maxBytes) controller.error(new Error('a message is too long'))
      else controller.enqueue(piece)
    },
  })
  return new Response(body.pipeThrough(counted), response)
}
