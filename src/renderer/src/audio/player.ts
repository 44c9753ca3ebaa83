import { SAMPLE_RATE_HZ } from '../../../shared/audio-format'
import type { AudioReport, EarconName } from '../../../shared/ipc/contract'
import type { DeviceChoice } from '../../../shared/settings'
import { ContextSleep, type Need, type Pausable } from './context-sleep'
import { playEarcon } from './earcons'
import playbackWorkletUrl from './playback.worklet?worker&url'
import { Speaker } from './speaker'
import { PLAYBACK_PROCESSOR, type PageMessage, type PlaybackActivity } from './worklet-messages'

/** Long enough for a server to think in, short enough to be asleep for most of the day. */
const QUIET_MS = 10_000
/** Until a new sound service answers; before that the device would break again. */
const MEND_AFTER_MS = 300
/** A device that breaks again and again is left until it is needed the next time. */
const MEND_EVERY_MS = 2_000

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
  const speaker = new Speaker(context, navigator.mediaDevices, failed)
  const sleep = new ContextSleep(pausable(context, speaker), QUIET_MS, () => speaker.broke())
  const routed = (change: Promise<void>) => void change.then(() => sleep.check())
  const need = (what: Need) => {
    sleep.need(what)
    routed(speaker.retry())
  }
  node.port.onmessage = ({ data }: MessageEvent<PlaybackActivity>) => (data === 'busy' ? need('audio') : sleep.done('audio'))
  let mendedAt = Number.NEGATIVE_INFINITY
  context.addEventListener('error', () => {
    if (!speaker.broke() || performance.now() - mendedAt < MEND_EVERY_MS) return
    // The sound service may only have been restarted: what is being played goes on, and the turn comes to its end.
    mendedAt = performance.now()
    setTimeout(() => routed(speaker.retry()), MEND_AFTER_MS)
  })
  navigator.mediaDevices.addEventListener('devicechange', () => routed(speaker.apply()))
  return {
    connect: (road) => node.port.postMessage({ type: 'port' } satisfies PageMessage, [road]),
    useSpeaker: (choice) => routed(speaker.use(choice)),
    earcon: (name) => {
      sleep.wake()
      playEarcon(context, name)
    },
    turnBegan: () => need('turn'),
    turnEnded: () => sleep.done('turn'),
  }
}

/** The context as far as sleeping goes; without a loudspeaker it must not wake. */
const pausable = (context: AudioContext, speaker: Speaker): Pausable => ({
  isRunning: () => context.state === 'running' && speaker.isUsable,
  resume: () => (speaker.isUsable ? context.resume() : Promise.reject(new Error('no loudspeaker'))),
  suspend: () => context.suspend(),
})
