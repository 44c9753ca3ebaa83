/** What a session of an hour can hear; whoever sends faster than anybody speaks loses the oldest. */
const MOST_BYTES = 3_600 * 48_000

/**
 * The session's input audio: s16le mono 24 kHz bytes not committed yet. Positions are bytes since the session began and never restart,
 * because the API's `audio_start_ms` counts all audio ever appended.
 */
export class InputBuffer {
  #chunks: Buffer[] = []
  #startByte = 0
  #endByte = 0

  get byteLength(): number {
    return this.#endByte - this.#startByte
  }

  get startByte(): number {
    return this.#startByte
  }

  get endByte(): number {
    return this.#endByte
  }

  append(audio: Buffer): void {
    this.#chunks.push(audio)
    this.#endByte += audio.byteLength
    this.trim(MOST_BYTES)
  }

  clear(): void {
    this.#chunks = []
    this.#startByte = this.#endByte
  }

  /** The bytes from `fromByte` to `toByte`; these and all earlier ones leave the buffer. */
  take(fromByte: number, toByte: number): Buffer {
    const whole = Buffer.concat(this.#chunks)
    const from = Math.max(fromByte, this.#startByte) - this.#startByte
    const to = Math.min(toByte, this.#endByte) - this.#startByte
    this.#keep(whole.subarray(to), this.#startByte + to)
    return whole.subarray(from, to)
  }

  takeAll(): Buffer {
    return this.take(this.#startByte, this.#endByte)
  }

  /** Forgets the oldest chunks beyond `maxBytes`, so that an open microphone in a silent room costs no memory. */
  trim(maxBytes: number): void {
    for (let first = this.#chunks[0]; first !== undefined && this.byteLength - first.byteLength >= maxBytes; first = this.#chunks[0]) {
      this.#chunks.shift()
      this.#startByte += first.byteLength
    }
  }

  #keep(rest: Buffer, startByte: number): void {
    this.#chunks = rest.byteLength > 0 ? [rest] : []
    this.#startByte = startByte
  }
}
