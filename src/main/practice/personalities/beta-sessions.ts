import { isFields, type Fields } from '../session/fields'

/** The session of the protocol before GA, in its own words. Written from OpenAI's published types of 2025, by nobody's code but its own. */

const at = (fields: Fields, ...path: readonly string[]): unknown => path.reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), fields)

const PAIRS: readonly (readonly [flat: string, path: readonly string[]])[] = [
  ['modalities', ['output_modalities']],
  ['max_response_output_tokens', ['max_output_tokens']],
  ['instructions', ['instructions']],
  ['tools', ['tools']],
  ['tool_choice', ['tool_choice']],
  ['tracing', ['tracing']],
  ['input_audio_format', ['audio', 'input', 'format']],
  ['input_audio_transcription', ['audio', 'input', 'transcription']],
  ['input_audio_noise_reduction', ['audio', 'input', 'noise_reduction']],
  ['turn_detection', ['audio', 'input', 'turn_detection']],
  ['output_audio_format', ['audio', 'output', 'format']],
  ['voice', ['audio', 'output', 'voice']],
  ['speed', ['audio', 'output', 'speed']],
]

const CODECS: Readonly<Record<string, string>> = { 'audio/pcm': 'pcm16', 'audio/pcmu': 'g711_ulaw', 'audio/pcma': 'g711_alaw' }

/** As it was said, for the session that is kept. Undefined: it is heard, and nothing comes of it. */
function heard(flat: string, value: unknown): unknown {
  if (flat === 'modalities') return Array.isArray(value) && value.includes('audio') ? ['audio'] : ['text']
  if (flat === 'tool_choice') return typeof value === 'string' && !['auto', 'none', 'required'].includes(value) ? { type: 'function', name: value } : value
  if (!flat.endsWith('_format')) return value
  const type = Object.keys(CODECS).find((each) => CODECS[each] === value)
  return type === 'audio/pcm' ? { type, rate: 24_000 } : type === undefined ? { type: value } : { type }
}

function told(flat: string, value: unknown): unknown {
  if (flat === 'modalities') return Array.isArray(value) && value.includes('audio') ? ['text', 'audio'] : value
  if (flat === 'tool_choice' && isFields(value)) return value['name']
  return flat.endsWith('_format') && isFields(value) ? CODECS[String(value['type'])] : value
}

function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) {
    into[first] = value
    return
  }
  const inner = isFields(into[first]) ? { ...into[first] } : {}
  into[first] = inner
  put(inner, rest, value)
}

/** What a client writes into its update. What it knows under other names only is not looked at: that is how such servers are. */
export function sessionHeard(flat: Fields): Fields {
  const session: Record<string, unknown> = {}
  for (const [name, path] of PAIRS) if (flat[name] !== undefined) put(session, path, heard(name, flat[name]))
  return { type: 'realtime', ...session }
}

export function sessionTold(session: Fields): Fields {
  const flat = Object.fromEntries(PAIRS.map(([name, path]) => [name, told(name, at(session, ...path))]))
  return { id: session['id'], object: 'realtime.session', model: session['model'], ...flat, temperature: 0.8 }
}

/** What a `response.create` asks for. */
export function requestHeard(flat: Fields): Fields {
  const { modalities, voice, output_audio_format: format, max_response_output_tokens: tokens, ...others } = flat
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => name !== 'temperature'))
  const output = { ...(voice === undefined ? {} : { voice }), ...(format === undefined ? {} : { format: heard('output_audio_format', format) }) }
  return {
    ...rest,
    ...(modalities === undefined ? {} : { output_modalities: heard('modalities', modalities) }),
    ...(tokens === undefined ? {} : { max_output_tokens: tokens }),
    ...(flat['tool_choice'] === undefined ? {} : { tool_choice: heard('tool_choice', flat['tool_choice']) }),
    ...(Object.keys(output).length === 0 ? {} : { audio: { output } }),
  }
}
