import { assertNever } from '../../../shared/assert'
import type { AssistantApi } from '../../../shared/ipc/apis/assistant-api'
import { AUDIO_PORTS_MESSAGE } from '../../../shared/ipc/audio-ports'
import type { AudioCommand } from '../../../shared/ipc/sound'
import { Capture } from './capture/capture'
import { createCaptureGraph, type CaptureGraph } from './capture/capture-graph'
import type { HeardFeed } from '../../../shared/audio/heard-readings'
import type { DeviceLists } from '../../../shared/audio/sound-settings'
import { askedAnew, DeviceRegistry } from './devices/device-registry'
import type { ReadonlyStore } from '../store/store'
import { type Levels, levelsOf, LevelTrack } from './levels'
import { microphonesIn } from './capture/microphone'
import { HeardTrack } from './playback/heard-track'
import { createPlayer, type Player } from './playback/player'

type Assistant = Pick<AssistantApi, 'onAudioCommand' | 'reportAudio' | 'audioReady'>

/** What the page has of its sound. */
export interface AudioHost {
  readonly levels: Levels
  readonly heard: HeardFeed
  readonly registry: DeviceRegistry
  /** What there is as far as is known; who subscribes has it asked for anew. */
  readonly devices: ReadonlyStore<DeviceLists>
  /** Resolves once main has been told that it can have its ports. */
  start(): Promise<void>
}

/** What there is before the worklets are. */
interface Beginning {
  readonly input: LevelTrack
  readonly output: LevelTrack
  readonly heard: HeardTrack
  readonly registry: DeviceRegistry
}

/** Capture and playback at main's command. */
export function createAudioHost(assistant: Assistant): AudioHost {
  const beginning = { input: new LevelTrack(), output: new LevelTrack(), heard: new HeardTrack(), registry: new DeviceRegistry(navigator.mediaDevices) }
  return {
    levels: levelsOf(beginning.input, beginning.output),
    heard: beginning.heard,
    registry: beginning.registry,
    devices: askedAnew(beginning.registry),
    start: () => start(assistant, beginning),
  }
}

async function start(assistant: Assistant, { input, output, heard, registry }: Beginning): Promise<void> {
  const report = assistant.reportAudio
  const [graph, player] = await Promise.all([createCaptureGraph(input), createPlayer(report, { level: output, heard }, registry), registry.refresh()])
  const capture = new Capture(graph, microphonesIn(registry), report)
  registry.lists.subscribe(() => {
    report({ kind: 'devicesChanged' })
    capture.devicesChanged()
  })
  graph.onSilent(() => capture.silent())
  window.addEventListener('message', (event) => connect(event, graph, player))
  assistant.onAudioCommand((command) => obey(command, { capture, player, registry }))
  assistant.audioReady()
}

/** The preload hands the ports over as a message of this window to itself; nobody else may. */
function connect(event: MessageEvent<unknown>, graph: CaptureGraph, player: Player): void {
  const { data, source, ports } = event
  if (source !== window || typeof data !== 'object' || data === null) return
  if (!('type' in data) || data.type !== AUDIO_PORTS_MESSAGE) return
  const [capturePort, playbackPort] = ports
  if (capturePort !== undefined) graph.connect(capturePort)
  if (playbackPort !== undefined) player.connect(playbackPort)
}

interface Parts {
  readonly capture: Capture
  readonly player: Player
  readonly registry: DeviceRegistry
}

function obey(command: AudioCommand, { capture, player, registry }: Parts): void {
  switch (command.kind) {
    case 'acquire':
      player.turnBegan()
      return capture.acquire(command.turn, command.microphone)
    case 'release':
      player.turnEnded()
      return capture.release(command.lingerMs)
    case 'prepare':
      return capture.prepare(command.microphone)
    case 'abandon':
      return capture.abandon()
    case 'ready':
      return capture.keepReady(command.microphone)
    case 'try':
      return capture.preview(command.microphone)
    case 'leave':
      return capture.endPreview()
    case 'speaker':
      return player.useSpeaker(command.speaker)
    case 'volume':
      return player.setVolume(command.volume)
    case 'earcon':
      return player.earcon(command.name, command.volume)
    case 'system':
      return registry.setSystem(command.sound)
    default:
      return assertNever(command)
  }
}
