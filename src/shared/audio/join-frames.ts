/** One piece of sound of the first `samples` of these; what is beyond is left out. */
export function joinFrames(frames: readonly Int16Array[], samples: number): Int16Array {
  const pcm = new Int16Array(samples)
  let at = 0
  for (const frame of frames) {
    const part = frame.subarray(0, samples - at)
    pcm.set(part, at)
    at += part.length
  }
  return pcm
}
