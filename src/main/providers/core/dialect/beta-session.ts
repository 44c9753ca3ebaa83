import { type Fields, fieldsAt, isFields } from '../../../talk/core/realtime/wire-fields'
import { betaFormat, betaModalities, betaToolChoice, gaFormat, gaModalities, gaToolChoice } from './beta-values'
import { withFields, without } from './dialect'

/** `null` means something: it is kept. */
const fewer = (value: unknown, names: readonly string[]): unknown => (isFields(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name))) : value)

const TRANSCRIPTION = ['model', 'language', 'prompt']
/** Everything of a turn detection but the idle time-out. */
const TURN_DETECTION = ['type', 'threshold', 'prefix_padding_ms', 'silence_duration_ms', 'create_response', 'interrupt_response', 'eagerness']

const named = ({ voice }: Fields): unknown => (typeof voice === 'string' ? voice : undefined)

/** A session of GA, flat. */
export function betaSession(session: Fields): Fields {
  const audio = fieldsAt(session, 'audio')
  const [input, output] = [fieldsAt(audio, 'input'), fieldsAt(audio, 'output')]
  const { output_modalities: modalities, max_output_tokens: tokens, tool_choice: choice } = session
  return withFields(without(session, 'type', 'audio', 'output_modalities', 'max_output_tokens', 'truncation', 'prompt', 'reasoning', 'parallel_tool_calls'), {
    modalities: betaModalities(modalities),
    max_response_output_tokens: tokens,
    tool_choice: betaToolChoice(choice),
    input_audio_format: betaFormat(input['format']),
    input_audio_transcription: fewer(input['transcription'], TRANSCRIPTION),
    input_audio_noise_reduction: fewer(input['noise_reduction'], ['type']),
    turn_detection: fewer(input['turn_detection'], TURN_DETECTION),
    output_audio_format: betaFormat(output['format']),
    voice: named(output),
    speed: output['speed'],
  })
}

const FLAT = [
  'modalities', 'max_response_output_tokens', 'input_audio_format', 'input_audio_transcription', 'input_audio_noise_reduction', 'turn_detection',
  'output_audio_format', 'voice', 'speed', 'temperature', 'client_secret',
]

const part = (fields: Fields): Fields | undefined => (Object.keys(fields).length === 0 ? undefined : fields)

/** A flat session, as GA has it. `type`: realtime, or transcription. */
export function gaSession(session: Fields, type: 'realtime' | 'transcription'): Fields {
  const input = withFields({}, {
    format: gaFormat(session['input_audio_format']),
    transcription: session['input_audio_transcription'],
    noise_reduction: session['input_audio_noise_reduction'],
    turn_detection: session['turn_detection'],
  })
  const output = withFields({}, { format: gaFormat(session['output_audio_format']), voice: session['voice'], speed: session['speed'] })
  return withFields(without(session, ...FLAT), {
    type,
    output_modalities: gaModalities(session['modalities']),
    max_output_tokens: session['max_response_output_tokens'],
    tool_choice: gaToolChoice(session['tool_choice']),
    audio: part(withFields({}, { input: part(input), output: part(output) })),
  })
}
