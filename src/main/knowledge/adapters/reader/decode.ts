import chardet from 'chardet'
import { FILE_LIMITS } from '../../core/limits'
import { Unread } from './unread'

/** So much is looked at to guess an encoding. */
const HEAD = 65_536
const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The text of a file in whatever encoding. `named`: what the file says of itself. */
export function decode(bytes: Uint8Array, named: string | null = null): string {
  const text = decoded(bytes, named)
  // A program or a picture under the name of a text.
  if (text.slice(0, HEAD).includes('\u0000')) throw new Unread('damaged')
  return text
}

function decoded(bytes: Uint8Array, named: string | null): string {
  const marked = BOMS.find(([, bom]) => bom.every((byte, index) => bytes[index] === byte))?.[0]
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  const wide = wideEncoding(bytes.subarray(0, HEAD))
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decoderFor(named ?? chardet.detect(bytes.subarray(0, HEAD))).decode(bytes)
  }
}

/** UTF-16 without a mark: in most scripts every other byte of much of the text is zero. */
function wideEncoding(head: Uint8Array): string | null {
  const zeros = [0, 0]
  head.forEach((byte, index) => byte === 0 && (zeros[index % 2] = (zeros[index % 2] ?? 0) + 1))
  const [even = 0, odd = 0] = zeros
  const many = head.length / 5
  if (odd > many && even < odd / 10) return 'utf-16le'
  return even > many && odd < even / 10 ? 'utf-16be' : null
}

function decoderFor(label: string | null): Pick<InstanceType<typeof TextDecoder>, 'decode'> {
  try {
    return new TextDecoder(label ?? 'windows-1252')
  } catch {
    return new TextDecoder('windows-1252') // a name that nobody knows
  }
}

/** At most what one file may give, and whether that was all. */
export function limited(text: string): { readonly text: string; readonly partly: 'too-long' | null } {
  return text.length <= FILE_LIMITS.chars ? { text, partly: null } : { text: text.slice(0, FILE_LIMITS.chars), partly: 'too-long' }
}
