import { SAMPLE_RATE_HZ } from '../../../shared/audio-format'
import type { AudioReport, EarconName } from '../../../shared/ipc/contract'
import type { DeviceChoice } from '../../../shared/settings'
import { ContextSleep } from './context-sleep'
import { playEarcon } from './earcons'
import playbackWorkletUrl from './playback.worklet?worker&url'
import { Speaker } from './speaker'
import { PLAYBACK_PROCESSOR, type PageMessage, type PlaybackActivity } from './worklet-messages'

/** Long enough for a server to think in, short enough to be asleep for most of the day. */
const QUIET_MS = 10_000

/** The mouth. Samples reach its worklet past the UI thread; the page only chooses the device and wakes the context. */
export interface Player {
  connect(road: MessagePort): void
  useSpeaker(choice: DeviceChoice | null): void
  earcon(name: EarconName): void
  /** A turn has begun: be awake before its answer comes, since the UI thread may be busy by then. */
  turnBegan(): void
  turnEnded(): void
}

export async function createPlayer(report: (report: AudioReport) => void): Promise<Player> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ, latencyHint: 'interactive' })
  await context.audioWorklet.addModule(playbackWorkletUrl)
  const node = new AudioWorkletNode(context, PLAYBACK_PROCESSOR, { numberOfInputs: 0, numberOfOutputs: 1, outputChannelCount: [1] })
  node.connect(context.destination)
  return playerAround(context, node, () => report({ kind: 'speakerFailed' }))
}

function playerAround(context: AudioContext, node: AudioWorkletNode, failed: () => void): Player {
  const sleep = new ContextSleep(context, QUIET_MS, failed)
  const speaker = new Speaker(context, navigator.mediaDevices, failed)
  const routed = (change: Promise<void>) => void change.then(() => sleep.check())
  node.port.onmessage = ({ data }: MessageEvent<PlaybackActivity>) => (data === 'busy' ? sleep.need('audio') : sleep.done('audio'))
  context.addEventListener('error', failed) // the device broke and there is no other one
  navigator.mediaDevices.addEventListener('devicechange', () => routed(speaker.apply()))
  return {
    connect: (road) => node.port.postMessage({ type: 'port' } satisfies PageMessage, [road]),
    useSpeaker: (choice) => routed(speaker.use(choice)),
    earcon: (name) => {
      sleep.wake()
      playEarcon(context, name)
    },
    turnBegan: () => sleep.need('turn'),
    turnEnded: () => sleep.done('turn'),
  }
}
