import { connect, type Socket } from 'node:net'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findCookie } from './x11-cookie'

/** A local server answers within a millisecond. */
const ANSWER_BOUND_MS = 500
/** A reply, an event or an error is at least as long. */
const PACKET_BYTES = 32

/** One request to the X server; resolves with its whole reply, rejects when the server refuses it or goes away. */
export type AskX11 = (request: Buffer) => Promise<Buffer>

/**
 * A short talk with the X server of this machine, over a connection of its own. No library that is at hand asks what is asked here, so
 * the few messages it takes are written out (https://www.x.org/releases/current/doc/xproto/x11protocol.html). Null where no local X
 * server answers, or not as agreed.
 */
export async function askX11<T>(talk: (ask: AskX11) => Promise<T>, display = process.env['DISPLAY'] ?? ''): Promise<T | null> {
  const number = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(display)?.[1]
  if (number === undefined) return null // another machine's screen: nothing is read over a network
  const cookie = await cookieFor(number)
  const abstract = process.platform === 'linux' ? [`\0/tmp/.X11-unix/X${number}`] : []
  for (const path of [`/tmp/.X11-unix/X${number}`, ...abstract]) {
    const answer = await talkOver(path, cookie, talk)
    if (answer !== null) return answer
  }
  return null
}

async function cookieFor(display: string): Promise<Buffer> {
  const file = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority')
  return findCookie(await readFile(file).catch(() => Buffer.alloc(0)), display)
}

const greetingLength: LengthOf = (bytes) => (bytes.length < 8 ? null : 8 + bytes.readUInt16LE(6) * 4)

async function talkOver<T>(path: string, cookie: Buffer, talk: (ask: AskX11) => Promise<T>): Promise<T | null> {
  const socket = connect(path)
  const next = packets(socket)
  const ask: AskX11 = async (request) => {
    socket.write(request)
    return replyFrom(next)
  }
  try {
    socket.write(setup(cookie))
    const [accepted] = await next(greetingLength)
    return accepted === 1 ? await talk(ask) : null
  } catch {
    return null // no server, or one that speaks otherwise: to whoever asked it is the same
  } finally {
    socket.destroy()
  }
}

export const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

/** Little-endian, protocol 11.0, then the name and the value of the authorization, each padded to four bytes. */
function setup(cookie: Buffer): Buffer {
  const name = Buffer.from(cookie.length === 0 ? '' : 'MIT-MAGIC-COOKIE-1')
  const head = Buffer.alloc(12)
  head.write('l')
  head.writeUInt16LE(11, 2)
  head.writeUInt16LE(name.length, 6)
  head.writeUInt16LE(cookie.length, 8)
  return Buffer.concat([head, padded(name), padded(cookie)])
}

/** How long the packet at the front is; null while too little of it has come to know. */
type LengthOf = (bytes: Buffer) => number | null
const packetLength: LengthOf = (bytes) => {
  if (bytes.length < PACKET_BYTES) return null
  return bytes[0] === 1 ? PACKET_BYTES + bytes.readUInt32LE(4) * 4 : PACKET_BYTES
}

/** Events come unasked: that the keyboard has changed, for one. */
async function replyFrom(next: (lengthOf: LengthOf) => Promise<Buffer>): Promise<Buffer> {
  for (;;) {
    const packet = await next(packetLength)
    if (packet[0] === 1) return packet
    if (packet[0] === 0) throw new Error(`the X server refused a request: ${String(packet[1])}`)
  }
}

function packets(socket: Socket): (lengthOf: LengthOf) => Promise<Buffer> {
  let bytes = Buffer.alloc(0)
  let ended: Error | null = null
  let evaluate: () => void = () => undefined
  const end = (cause: Error) => {
    ended ??= cause
    evaluate()
  }
  socket.setTimeout(ANSWER_BOUND_MS, () => end(new Error('the X server does not answer')))
  socket.on('error', end).on('close', () => end(new Error('the X server has gone')))
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk])
    evaluate()
  })
  return (lengthOf) =>
    new Promise((resolve, reject) => {
      evaluate = () => {
        const length = lengthOf(bytes)
        if (length !== null && bytes.length >= length) {
          evaluate = () => undefined
          resolve(bytes.subarray(0, length))
          bytes = bytes.subarray(length)
        } else if (ended !== null) reject(ended)
      }
      evaluate()
    })
}
