/** Samples → base64 of their little-endian bytes (every platform Parley runs on is little-endian). */
export const encodePcm = (pcm: Int16Array): string => Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64')
