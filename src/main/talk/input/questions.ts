import type { TurnId } from '../../../shared/ids'
import type { TraceSink } from '../../platform/ports'
import { msToSamples } from '../../../shared/audio/audio-format'
import type { KnownServer } from '../../providers/core/known-server'
import { gateSilence } from '../core/realtime/turn-detection'
import { type ClientEvent, inputAudioAppend, inputAudioClear, inputAudioCommit } from '../core/realtime/client-event'
import type { AudioTap } from '../extension'
import type { MachineStates } from '../machine-states'
import { AudioInput } from './audio-input'
import type { ConnectionRunner } from '../session/connection-runner'
import { encodePcm } from './pcm-encoder'
import type { ResponseRequests } from '../session/response-requests'
import { PendingText } from './pending-text'

export interface QuestionParts {
  readonly connection: ConnectionRunner
  readonly requests: ResponseRequests
  readonly server: () => KnownServer
  readonly tap: Pick<Required<AudioTap>, 'sent' | 'ended'>
  readonly states: Pick<MachineStates, 'mode'>
  /** The press may still turn out to be none: what is said waits here. */
  readonly unsure: () => boolean
  readonly trace: TraceSink
}

/** A server that listens for the end by itself hears silence, at once and not in its time: the gate is shut, so nothing else comes. */
function endOfSpeech({ profile }: KnownServer): ClientEvent {
  const silenceMs = gateSilence(profile.turns)
  return silenceMs === null ? inputAudioCommit() : inputAudioAppend(encodePcm(new Int16Array(msToSamples(silenceMs))))
}

/** What a person asks, spoken or typed, on its way out; behind each whole question its answer is requested. */
export function createQuestions({ connection, requests, server, tap, states, unsure, trace }: QuestionParts): { readonly audioInput: AudioInput; readonly pendingText: PendingText } {
  const isReady = () => connection.isReady
  const request = (turn: TurnId) => requests.request(turn)
  let speaker: TurnId | null = null
  const audioInput = new AudioInput(
    {
      isReady,
      bufferedBytes: () => (unsure() ? Number.MAX_VALUE : connection.bufferedBytes),
      append: (pcm, turn) => {
        speaker = turn ?? speaker // silence of our own belongs to the speech before it
        trace.sentAudio(pcm)
        connection.send(inputAudioAppend(encodePcm(pcm)))
        if (speaker !== null) tap.sent(speaker, pcm.byteLength, states.mode)
      },
      commit: () => connection.send(endOfSpeech(server())),
      clear: () => connection.send(inputAudioClear()),
      repeating: (samples) => trace.mark('replayed', { samples }),
    },
    (turn, samples) => {
      tap.ended('sent')
      trace.mark('commit', { turn, samples })
      requests.requestSpoken(turn)
    },
  )
  const pendingText = new PendingText({ isReady, send: (event) => connection.send(event), sent: request })
  return { audioInput, pendingText }
}
