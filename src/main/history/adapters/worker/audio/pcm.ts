/** Every machine that Electron runs on is little-endian, as the files are. */

export const bytesOf = (pcm: Int16Array): Uint8Array => new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength)

/** A copy of its own: the bytes may begin at an odd address, and the copy can be given away. */
export const pcmOf = (bytes: Uint8Array): Int16Array<ArrayBuffer> => new Int16Array(bytes.slice().buffer, 0, bytes.byteLength >> 1)
