export const stopTracks = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop())

/** The event does not come again for who listens late. */
export const hasEnded = (stream: MediaStream): boolean => stream.getAudioTracks().some((track) => track.readyState === 'ended')
