import { textIn, type WireLine } from './trace'

export interface Transcript {
  readonly user: string | null
  readonly assistant: string | null
}

const USER = /^conversation\.item\.input_audio_transcription\.completed$/
const ASSISTANT = /^response\.(output_)?audio_transcript\.done$/

/** What the server understood and what it said, all turns of the run in a row. */
export const transcriptOf = (wire: readonly WireLine[]): Transcript => ({ user: joined(wire, USER), assistant: joined(wire, ASSISTANT) })

function joined(wire: readonly WireLine[], type: RegExp): string | null {
  const texts = wire.filter(({ from, event }) => from === 'server' && type.test(event.type)).map(({ event }) => textIn(event, 'transcript').trim())
  const text = texts.filter((each) => each !== '').join(' ')
  return text === '' ? null : text
}
