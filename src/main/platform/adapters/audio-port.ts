import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import type { AudioListener, AudioPort } from '../ports'
import { type TurnId, turnId } from '../../../shared/ids'
import { AUDIO_PORTS_MESSAGE, type CaptureCommand, type PlaybackCommand } from '../../../shared/ipc/audio-ports'
import type { AudioCommand, AudioReport } from '../../../shared/ipc/sound'
import type { MicrophoneSettings } from '../../../shared/audio/sound-settings'
import { captureFact, playbackFact } from './audio-facts'

/** The audio road's end in main, and the two doors by which the page's audio host reaches it. */
export interface AudioRoad {
  readonly port: AudioPort
  /** The page can take its ports: a fresh pair is made, the old one is forgotten. */
  readonly attach: (page: WebContents) => void
  readonly report: (report: AudioReport) => void
}

type Command = (command: AudioCommand) => void

interface Ports {
  capture: MessagePortMain | null
  playback: MessagePortMain | null
}

/** What is wanted now: a page that was not there yet, or is there again, has not heard of it. */
interface Wanted {
  capture: { readonly turn: TurnId; readonly microphone: MicrophoneSettings } | null
  ready: MicrophoneSettings | null
}

export function createAudioRoad(command: Command): AudioRoad {
  const listeners = new Set<AudioListener>()
  const ports: Ports = { capture: null, playback: null }
  const wanted: Wanted = { capture: null, ready: null }
  const tell = (run: (listener: AudioListener) => void) => listeners.forEach(run)
  const port = audioPort(ports, wanted, command, listeners)
  return {
    port,
    attach: (page) => {
      attach(page, ports, tell)
      if (wanted.ready !== null) port.keepReady(wanted.ready)
      if (wanted.capture !== null) port.openCapture(wanted.capture.turn, wanted.capture.microphone, 0)
    },
    report: (report) => {
      if (report.kind === 'captureFailed') wanted.capture = null // nobody closes what never opened
      receive(report, ports, tell)
    },
  }
}

function audioPort(ports: Ports, wanted: Wanted, command: Command, listeners: Set<AudioListener>): AudioPort {
  const capture = (message: CaptureCommand) => ports.capture?.postMessage(message)
  const playback = (message: PlaybackCommand) => ports.playback?.postMessage(message)
  return {
    prepareCapture: (microphone, back) => {
      capture({ type: 'prepare', back })
      command({ kind: 'prepare', microphone })
    },
    abandonCapture: () => {
      capture({ type: 'abandon' })
      command({ kind: 'abandon' })
    },
    keepReady: (microphone) => {
      wanted.ready = microphone
      capture({ type: 'ready', on: microphone !== null })
      command({ kind: 'ready', microphone })
    },
    openCapture: (turn, microphone, back) => {
      wanted.capture = { turn, microphone }
      capture({ type: 'open', turn, back }) // first, so that a warm microphone does not wait for the page
      command({ kind: 'acquire', turn, microphone })
    },
    closeCapture: (turn, tailSamples, lingerMs) => {
      wanted.capture = null
      capture({ type: 'close', turn, tailSamples })
      command({ kind: 'release', lingerMs })
    },
    previewMicrophone: (microphone) => command({ kind: 'try', microphone }),
    endMicrophonePreview: () => command({ kind: 'leave' }),
    play: (item, pcm) => playback({ type: 'write', item, pcm }),
    endItem: (item) => playback({ type: 'end', item }),
    dropItem: (item) => playback({ type: 'drop', item }),
    stopPlayback: (id) => playback({ type: 'stop', id }),
    useSpeaker: (speaker) => command({ kind: 'speaker', speaker }),
    setVolume: (volume) => command({ kind: 'volume', volume }),
    tellSystem: (sound) => command({ kind: 'system', sound }),
    earcon: (name, volume) => command({ kind: 'earcon', name, volume }),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function attach(page: WebContents, ports: Ports, tell: (run: (listener: AudioListener) => void) => void): void {
  ports.capture?.close()
  ports.playback?.close()
  const capture = new MessageChannelMain()
  const playback = new MessageChannelMain()
  ports.capture = capture.port1
  ports.playback = playback.port1
  ports.capture.on('message', ({ data }) => tell(captureFact(data)))
  ports.playback.on('message', ({ data }) => tell(playbackFact(data)))
  ports.capture.start()
  ports.playback.start()
  page.postMessage(AUDIO_PORTS_MESSAGE, null, [capture.port2, playback.port2])
}

function receive(report: AudioReport, ports: Ports, tell: (run: (listener: AudioListener) => void) => void): void {
  if (report.kind === 'speakerFailed') tell((listener) => listener.speakerFailed())
  if (report.kind === 'devicesChanged') tell((listener) => listener.devicesChanged())
  if (report.kind === 'previewFailed') tell((listener) => listener.previewFailed(report.tag))
  if (report.kind === 'deviceNews') tell((listener) => listener.deviceNews(report.news, report.device))
  if (report.kind !== 'captureFailed') return
  ports.capture?.postMessage({ type: 'reset' } satisfies CaptureCommand)
  tell((listener) => listener.captureFailed(turnId(report.turn), report.tag))
}

