import { msToSamples } from '../../shared/audio/audio-format'
import { joinFrames } from '../../shared/audio/join-frames'
import { type ApiError, classifyApiError } from '../../shared/errors/classify-error'
import { appError, type AppError } from '../../shared/errors/errors'
import { itemId, type ResponseId } from '../../shared/ids'
import { err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { type ClientEvent, createUserText, responseCreate, sessionUpdate } from '../talk/core/realtime/client-event'
import { decodePcm } from '../talk/core/realtime/pcm-decoder'
import type { ServerEvent, ServerResponse } from '../talk/core/realtime/server-event'
import { sessionConfig } from '../talk/core/realtime/session-config'
import type { Fields } from '../talk/core/realtime/wire-fields'

/** A sentence of three seconds is less; a server that goes on is cut here. */
const MOST_SAMPLES = msToSamples(8_000)
/** Eight seconds spoken are 160, and some models think first. */
const MOST_TOKENS = 400
const INSTRUCTIONS = 'Say the sentence that you are given, word for word, in its language. Say nothing else.'

export interface SpokenSample {
  readonly pcm: Int16Array
  readonly response: ResponseId | null
  /** As the server counted it; null: it does not say. */
  readonly usage: Fields | null
}

/** Null: it was stopped. */
export type SampleOutcome = Result<SpokenSample | null, AppError>
export type EndSample = (outcome: SampleOutcome) => void

export interface SampleWish {
  /** What else the person has chosen, such as the speed. */
  readonly settings: Settings
  readonly voice: string
  readonly sentence: string
}

/** Only what the sentence needs: the rest is the conversation's. */
const configOf = ({ settings, voice }: SampleWish) =>
  sessionConfig(
    { ...settings, voice, instructions: INSTRUCTIONS, captionsOnly: false, transcriptionModel: '', noiseReduction: 'off', reasoningEffort: 'default', truncation: 'auto', maxOutputTokens: MOST_TOKENS },
    'hold',
  )

/** What is said to a server for one sentence, and what comes of it. */
export class SampleSession {
  private told = false
  private asked = false
  private carry: number | null = null
  private samples = 0
  private readonly pieces: Int16Array[] = []

  constructor(
    private readonly wish: SampleWish,
    private readonly send: (event: ClientEvent) => void,
    private readonly end: EndSample,
  ) {}

  heard(event: ServerEvent): void {
    switch (event.type) {
      case 'session.created':
      case 'conversation.created':
        return this.begin()
      case 'session.updated':
        return this.ask()
      case 'response.output_audio.delta':
        return this.take(event.delta)
      case 'response.done':
        return this.done(event.response)
      case 'error':
        return this.refused(event.error)
      default:
    }
  }

  /** Some servers say both. */
  private begin(): void {
    if (this.told) return
    this.told = true
    this.send(sessionUpdate(configOf(this.wish), 'voice_session'))
  }

  private ask(): void {
    if (this.asked) return
    this.asked = true
    this.send(createUserText(itemId('voice_sentence'), this.wish.sentence))
    this.send(responseCreate('voice_answer'))
  }

  private take(delta: string): void {
    const { pcm, carry } = decodePcm(delta, this.carry)
    this.carry = carry
    this.pieces.push(pcm)
    this.samples += pcm.length
    if (this.samples >= MOST_SAMPLES) this.end(ok({ pcm: joinFrames(this.pieces, MOST_SAMPLES), response: null, usage: null }))
  }

  private refused(cause: ApiError): void {
    const { error, severity } = classifyApiError(cause)
    if (severity !== 'benign') this.end(err(error))
  }

  private done({ id, usage, error }: ServerResponse): void {
    if (this.samples > 0) return this.end(ok({ pcm: joinFrames(this.pieces, this.samples), response: id, usage }))
    this.end(err(error === null ? appError('answer-empty') : classifyApiError(error).error))
  }
}
