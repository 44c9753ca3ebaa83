import { type Fields, fieldsAt, isFields, listAt } from '../../../talk/core/realtime/wire-fields'
import { betaFormat, betaModalities, betaToolChoice, gaFormat, gaModalities } from './beta-values'
import { withFields, without } from './dialect'

const renamed = (part: Fields, names: ReadonlyMap<unknown, string>): Fields => ({ ...part, type: names.get(part['type']) ?? part['type'] })

const BETA_PARTS: ReadonlyMap<unknown, string> = new Map([['output_text', 'text'], ['output_audio', 'audio']])
const GA_PARTS: ReadonlyMap<unknown, string> = new Map([['text', 'output_text'], ['audio', 'output_audio']])

const BETA_ITEMS: ReadonlySet<unknown> = new Set(['message', 'function_call', 'function_call_output', 'item_reference'])

/** There are no images. Null: nothing is left of it, or it is of a kind that came later. */
export function betaItem(item: Fields): Fields | null {
  if (!BETA_ITEMS.has(item['type'])) return null
  if (!Array.isArray(item['content'])) return item
  const content = listAt(item, 'content').filter(({ type }) => type !== 'input_image')
  return content.length === 0 ? null : { ...item, content: content.map((part) => renamed(part, BETA_PARTS)) }
}

export function gaItem(item: Fields): Fields {
  if (item['role'] !== 'assistant' || !Array.isArray(item['content'])) return item
  return { ...item, content: listAt(item, 'content').map((part) => renamed(part, GA_PARTS)) }
}

const LATER = ['output_modalities', 'audio', 'max_output_tokens', 'reasoning', 'parallel_tool_calls', 'prompt']

/** What a `response.create` asks for. */
export function betaRequest(request: Fields): Fields {
  const output = fieldsAt(fieldsAt(request, 'audio'), 'output')
  const { input } = request
  return withFields(without(request, ...LATER), {
    modalities: betaModalities(request['output_modalities']),
    voice: typeof output['voice'] === 'string' ? output['voice'] : undefined,
    output_audio_format: betaFormat(output['format']),
    max_response_output_tokens: request['max_output_tokens'],
    tool_choice: betaToolChoice(request['tool_choice']),
    input: Array.isArray(input) ? listAt(request, 'input').flatMap((item) => betaItem(item) ?? []) : input,
  })
}

/** The response of `response.created` and `response.done`. */
export function gaResponse(response: Fields): Fields {
  const output = withFields({}, { format: gaFormat(response['output_audio_format']), voice: response['voice'] })
  return withFields(without(response, 'modalities', 'voice', 'output_audio_format', 'temperature'), {
    output_modalities: gaModalities(response['modalities']),
    audio: Object.keys(output).length === 0 ? undefined : { output },
    output: Array.isArray(response['output']) ? response['output'].map((item: unknown) => (isFields(item) ? gaItem(item) : item)) : response['output'],
  })
}
