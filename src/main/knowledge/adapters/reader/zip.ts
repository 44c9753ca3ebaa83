import { Inflate } from 'fflate'
import { FILE_LIMITS } from '../../core/limits'
import { Unread } from './unread'

/** One part of a zip, as its directory says. */
interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

/** The parts that are wanted, unpacked. What it says of its sizes is checked first, what comes out while it comes. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const entries = directoryOf(bytes).filter(({ name }) => wanted(name))
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > FILE_LIMITS.unpackedBytes) throw new Unread('unpacks-too-large')
  let left: number = FILE_LIMITS.unpackedBytes
  return new Map(
    entries.map((entry) => {
      const part = unpack(bytes, entry, left)
      left -= part.length
      return [entry.name, part]
    }),
  )
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
/** The comment behind the end is at most so long. */
const MOST_COMMENT = 65_535
const ENCRYPTED = 1

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16. Without zip64: 50 MB need none. */
function directoryOf(bytes: Uint8Array): readonly Entry[] {
  const data = view(bytes)
  let end = bytes.length - END_BYTES
  while (end >= 0 && data.getUint32(end, true) !== END) {
    end -= 1
    if (bytes.length - END_BYTES - end > MOST_COMMENT) throw new Unread('damaged')
  }
  if (end < 0) throw new Unread('damaged')
  const count = data.getUint16(end + 10, true)
  if (count > FILE_LIMITS.zipEntries) throw new Unread('unpacks-too-large')
  const entries: Entry[] = []
  let at = data.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (data.getUint32(at, true) !== CENTRAL) throw new Unread('damaged')
    if ((data.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new Unread('locked')
    const nameBytes = data.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes))
    entries.push({ name, method: data.getUint16(at + 10, true), packed: data.getUint32(at + 20, true), unpacked: data.getUint32(at + 24, true), at: data.getUint32(at + 42, true) })
    at += 46 + nameBytes + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  }
  return entries
}

/** Packed bytes at a time: no more than a thousand times as much comes out before it is counted. */
const PIECE = 16_384

function unpack(bytes: Uint8Array, { method, packed, at }: Entry, left: number): Uint8Array {
  const data = view(bytes)
  if (data.getUint32(at, true) !== LOCAL) throw new Unread('damaged')
  const start = at + 30 + data.getUint16(at + 26, true) + data.getUint16(at + 28, true)
  const raw = bytes.subarray(start, start + packed)
  if (method === 0) {
    if (raw.length > left) throw new Unread('unpacks-too-large')
    return raw
  }
  if (method !== 8) throw new Unread('damaged')
  return inflate(raw, left)
}

function inflate(raw: Uint8Array, left: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  const stream = new Inflate((piece) => {
    size += piece.length
    if (size > left) throw new Unread('unpacks-too-large')
    pieces.push(piece)
  })
  for (let from = 0; from < raw.length; from += PIECE) stream.push(raw.subarray(from, from + PIECE), from + PIECE >= raw.length)
  const whole = new Uint8Array(size)
  let offset = 0
  for (const piece of pieces) {
    whole.set(piece, offset)
    offset += piece.length
  }
  return whole
}
