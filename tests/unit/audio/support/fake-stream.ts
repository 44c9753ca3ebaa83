/** A microphone stream with one track that can be made to end, as when the device is unplugged. */
export function fakeStream(stats: { totalFrames: number } = { totalFrames: 480 }) {
  const track = Object.assign(new EventTarget(), { readyState: 'live', stats, stop: () => { track.readyState = 'ended' } })
  const tracks = () => [track as unknown as MediaStreamTrack]
  const stream = { getTracks: tracks, getAudioTracks: tracks } as unknown as MediaStream
  const end = () => {
    track.readyState = 'ended'
    track.dispatchEvent(new Event('ended'))
  }
  return { stream, stats, end, isLive: () => track.readyState === 'live' }
}
