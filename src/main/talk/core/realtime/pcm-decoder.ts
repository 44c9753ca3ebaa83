/** Samples of one base64 delta. `carry` is the odd byte that the next delta of the item completes, or null. */
export interface DecodedPcm {
  readonly pcm: Int16Array
  readonly carry: number | null
}

/**
 * Base64 → samples with a buffer of their own: a view of Node's shared pool would be cloned whole into the worklet.
 * Servers may split a sample between two deltas, hence the carried byte.
 */
export function decodePcm(audio: string, carried: number | null): DecodedPcm {
  const bytes = Buffer.from(audio, 'base64')
  const lead = carried === null ? 0 : 1
  const total = bytes.length + lead
  const pcm = new Int16Array(total >> 1)
  const target = Buffer.from(pcm.buffer)
  if (carried !== null && target.length > 0) target[0] = carried
  bytes.copy(target, lead, 0, Math.max(0, target.length - lead))
  return { pcm, carry: total % 2 === 0 ? null : (bytes[bytes.length - 1] ?? carried) }
}
