import { expect, test } from 'vitest'
import { boundedBody } from '../../../../../src/main/mcp/adapters/process/bounded-body'

const MEGABYTE = 'a'.repeat(1_000_000)

const read = (type: string, piece: string, times: number) => {
  const pieces = Array.from({ length: times }, () => new TextEncoder().encode(piece))
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => { const next = pieces.shift(); if (next === undefined) controller.close(); else controller.enqueue(next) } })
  return boundedBody(new Response(body, { headers: { 'content-type': type } })).arrayBuffer().then(() => 'read', () => 'ended')
}

test.each([
  ['application/json', MEGABYTE, 10, 'read'],
  ['application/json', `${MEGABYTE}\n\n`, 12, 'ended'],
  ['text/event-stream', `data: ${MEGABYTE}\n\n`, 12, 'read'],
  ['text/event-stream', `data: ${MEGABYTE}\r\n\r\n`, 12, 'read'],
  ['text/event-stream', `data: ${MEGABYTE}`, 12, 'ended'],
  ['text/event-stream', `data: ${MEGABYTE}\n`, 12, 'ended'],
  ['text/event-stream', `data: ${MEGABYTE}\r\n`, 12, 'ended'],
  ['text/event-stream; charset=utf-8', `data: ${MEGABYTE}\n`, 12, 'ended'],
])('%s: one message is never longer than 10 MB (%#)', async (type, piece, times, expected) => {
  expect(await read(type, piece, times)).toBe(expected)
})
