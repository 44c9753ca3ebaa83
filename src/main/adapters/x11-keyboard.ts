import { connect, type Socket } from 'node:net'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findCookie } from './x11-cookie'

/** A local server answers within a millisecond. */
const ANSWER_BOUND_MS = 500
const QUERY_KEYMAP = Buffer.from([44, 0, 1, 0])
const KEYMAP_AT = 8
const KEYMAP_BYTES = 32

/**
 * The keys that are down, straight from the X server: one bit for each of its 256 keycodes. The hook's library has no call for it, so
 * the three messages it takes are written here (X protocol: connection setup and QueryKeymap). Null where no local X server answers.
 */
export async function readX11Keymap(display = process.env['DISPLAY'] ?? ''): Promise<Buffer | null> {
  const number = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(display)?.[1]
  if (number === undefined) return null // another machine's screen: nothing is read over a network
  const cookie = await cookieFor(number)
  const abstract = process.platform === 'linux' ? [`\0/tmp/.X11-unix/X${number}`] : []
  for (const path of [`/tmp/.X11-unix/X${number}`, ...abstract]) {
    const keymap = await ask(path, cookie)
    if (keymap !== null) return keymap
  }
  return null
}

async function cookieFor(display: string): Promise<Buffer> {
  const file = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority')
  return findCookie(await readFile(file).catch(() => Buffer.alloc(0)), display)
}

function ask(path: string, cookie: Buffer): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const finish = (keymap: Buffer | null) => {
      socket.destroy()
      resolve(keymap)
    }
    socket.setTimeout(ANSWER_BOUND_MS, () => finish(null))
    socket.on('error', () => finish(null))
    socket.on('close', () => finish(null))
    socket.on('connect', () => socket.write(setup(cookie)))
    readAnswer(socket, finish)
  })
}

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

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

/** The server's greeting names its own length; behind it comes the one reply. */
function readAnswer(socket: Socket, finish: (keymap: Buffer | null) => void): void {
  let bytes = Buffer.alloc(0)
  let greeted = false
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk])
    if (!greeted) {
      if (bytes.length < 8) return
      const [accepted, length] = [bytes[0] === 1, 8 + bytes.readUInt16LE(6) * 4]
      if (!accepted) return finish(null)
      if (bytes.length < length) return
      greeted = true
      bytes = bytes.subarray(length)
      socket.write(QUERY_KEYMAP)
    }
    if (bytes.length < KEYMAP_AT + KEYMAP_BYTES) return
    finish(bytes[0] === 1 ? Buffer.from(bytes.subarray(KEYMAP_AT, KEYMAP_AT + KEYMAP_BYTES)) : null)
  })
}
