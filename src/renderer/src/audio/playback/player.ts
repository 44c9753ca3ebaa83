import { SAMPLE_RATE_HZ } from '../../../../shared/audio/audio-format'
import type { AudioReport, EarconName } from '../../../../shared/ipc/sound'
import type { DevicePreference } from '../../../../shared/audio/sound-settings'
import { pageTimers } from '../../time/page-timers'
import { ContextSleep, type Need, type Pausable } from '../context-sleep'
import type { HeardReading } from '../../../../shared/audio/heard-readings'
import type { HeardTrack } from './heard-track'
import { playEarcon } from './earcons'
import type { LevelTrack } from '../levels'
import playbackWorkletUrl from './playback.worklet?worker&url'
import type { DeviceRegistry } from '../devices/device-registry'
import { Speaker, type Speakers } from './speaker'
import { type LevelReading, PLAYBACK_PROCESSOR, type PageMessage, type PlaybackActivity } from '../worklet-messages'

/** Long enough for a server to think in, short enough to be asleep for most of the day. */
const QUIET_MS = 10_000
/** Half of the way sounds half as loud. */
const LOUDNESS_CURVE = 2
/** A gain that jumps clicks. */
const GLIDE_S = 0.02
/** Until a new sound service answers; before that the device would break again. */
const MEND_AFTER_MS = 300
/** A device that breaks again and again is left until it is needed the next time. */
const MEND_EVERY_MS = 2_000

/** The playback side. Samples reach its worklet past the UI thread; the page only chooses the device and wakes the context. */
export interface Player {
  connect(road: MessagePort): void
  useSpeaker(preference: DevicePreference): void
  /** Of what comes through the worklet; 0..1. */
  setVolume(volume: number): void
  earcon(name: EarconName, volume: number): void
  /** A turn has begun: be awake before its answer comes, since the UI thread may be busy by then. */
  turnBegan(): void
  turnEnded(): void
}

const speakersIn = (registry: DeviceRegistry): Speakers => ({
  refresh: () => registry.refresh(),
  ranking: (preference) => registry.ranking('audiooutput', preference),
  system: () => registry.systemDevice('audiooutput'),
  has: (device) => registry.has('audiooutput', device),
})

export async function createPlayer(report: (report: AudioReport) => void, tracks: PlaybackTracks, registry: DeviceRegistry): Promise<Player> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ, latencyHint: 'interactive' })
  await context.audioWorklet.addModule(playbackWorkletUrl)
  const node = new AudioWorkletNode(context, PLAYBACK_PROCESSOR, { numberOfInputs: 0, numberOfOutputs: 1, outputChannelCount: [1] })
  const volume = new GainNode(context)
  node.connect(volume).connect(context.destination)
  return playerAround({ context, node, volume }, tracks, new Speaker(context, speakersIn(registry), report), registry)
}

/** What is measured in the worklet, while somebody watches. */
export interface PlaybackTracks {
  readonly level: LevelTrack
  readonly heard: HeardTrack
}

/** The context as far as sleeping goes; without a loudspeaker it must not wake. */
const pausable = (context: AudioContext, speaker: Speaker): Pausable => ({
  isRunning: () => context.state === 'running' && speaker.isUsable,
  resume: () => (speaker.isUsable ? context.resume() : Promise.reject(new Error('no loudspeaker'))),
  suspend: () => context.suspend(),
})

interface Graph {
  readonly context: AudioContext
  readonly node: AudioWorkletNode
  readonly volume: GainNode
}

function playerAround({ context, node, volume }: Graph, { level, heard }: PlaybackTracks, speaker: Speaker, registry: DeviceRegistry): Player {
  const sleep = new ContextSleep(pausable(context, speaker), QUIET_MS, () => void speaker.broke())
  const routed = (change: Promise<void>) => void change.then(() => sleep.check())
  watchWhileAwake(sleep, registry, () => routed(speaker.devicesChanged()))
  const need = (what: Need) => {
    const isNewTurn = what === 'turn' || !sleep.awake.get()
    sleep.need(what)
    routed(isNewTurn ? speaker.prepare() : speaker.mend())
  }
  const tell = (message: PageMessage, ports: MessagePort[] = []) => node.port.postMessage(message, ports)
  node.port.onmessage = ({ data }: MessageEvent<PlaybackActivity | LevelReading | readonly HeardReading[]>) => {
    if (typeof data === 'number') level.take(data)
    else if (typeof data !== 'string') heard.take(data)
    else if (data === 'busy') need('audio')
    else sleep.done('audio')
  }
  level.connect((on) => tell({ type: 'levels', on }))
  heard.connect((on) => tell({ type: 'heard', on }))
  let mendedAt = Number.NEGATIVE_INFINITY
  const broke = async () => {
    const isNews = await speaker.broke()
    sleep.check()
    if (!isNews || speaker.isUsable || performance.now() - mendedAt < MEND_EVERY_MS) return
    // The sound service may only have been restarted: what is being played goes on, and the turn comes to its end.
    mendedAt = performance.now()
    pageTimers.after(MEND_AFTER_MS, () => routed(speaker.mend()))
  }
  context.addEventListener('error', () => void broke())
  return {
    connect: (road) => tell({ type: 'port' }, [road]),
    useSpeaker: (preference) => routed(speaker.use(preference)),
    setVolume: (wanted) => volume.gain.setTargetAtTime(wanted ** LOUDNESS_CURVE, context.currentTime, GLIDE_S),
    earcon: (name, loud) => {
      sleep.wake()
      playEarcon(context, name, loud)
    },
    turnBegan: () => need('turn'),
    turnEnded: () => sleep.done('turn'),
  }
}

/** Nobody hears through which loudspeaker a sleeping context would play. */
function watchWhileAwake(sleep: ContextSleep, registry: DeviceRegistry, changed: () => void): void {
  let unwatch = registry.watch(changed)
  sleep.awake.subscribe(() => {
    unwatch()
    unwatch = sleep.awake.get() ? registry.watch(changed) : () => {}
  })
}
