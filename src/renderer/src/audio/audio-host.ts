import { assertNever } from '../../../shared/assert'
import type { AssistantApi } from '../../../shared/ipc/assistant-api'
import { AUDIO_PORTS_MESSAGE } from '../../../shared/ipc/audio-ports'
import type { AudioCommand } from '../../../shared/ipc/contract'
import { Capture } from './capture'
import { createCaptureGraph, type CaptureGraph } from './capture-graph'
import { isPluggedIn, openMicrophone } from './microphone'
import { createPlayer, type Player } from './player'

type Assistant = Pick<AssistantApi, 'onAudioCommand' | 'reportAudio' | 'audioReady'>

/** Ears and mouth at main's command. Resolves once main has been told that it can have its ports. */
export async function startAudioHost(assistant: Assistant): Promise<void> {
  const report = assistant.reportAudio
  const [graph, player] = await Promise.all([createCaptureGraph(), createPlayer(report)])
  const capture = new Capture(graph, { open: openMicrophone, isPluggedIn }, report)
  navigator.mediaDevices.addEventListener('devicechange', () => void capture.devicesChanged())
  window.addEventListener('message', (event) => connect(event, graph, player))
  assistant.onAudioCommand((command) => obey(command, capture, player))
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

function obey(command: AudioCommand, capture: Capture, player: Player): void {
  switch (command.kind) {
    case 'acquire':
      player.turnBegan()
      return capture.acquire(command.turn, command.microphone)
    case 'release':
      player.turnEnded()
      return capture.release(command.lingerMs)
    case 'speaker':
      return player.useSpeaker(command.speaker)
    case 'earcon':
      return player.earcon(command.name)
    default:
      return assertNever(command)
  }
}
