import { serverWords } from '../../../shared/mcp/servers'
import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'
import type { ToolOutcome } from '../../tools/core/tool'
import type { CallResult } from './messages'

const MAX_SAID_CHARS = 120

type Failure = Extract<CallResult, { readonly kind: 'failed' }>

const FAILED: Readonly<Record<Failure['reason'], string>> = {
  'no-connection': 'The server is not connected.',
  'too-long': 'The server took too long.',
  cancelled: 'It was stopped.',
  refused: 'The server refused the call.',
  unreadable: 'What the server answered could not be read.',
}

/** Before the words of the server, which may be no words at all. */
const NOT_ASKED = 'The server wanted to ask you for a password, a key, or something that cannot be asked for here. You were not asked, and it was told no.'

/** As the model and the person are told. Every word of a server is somebody else's: it gives no orders, and its failures do not, either. */
export function outcomeOf(result: CallResult, label: string): ToolOutcome {
  const untrusted = serverWords(label)
  if (result.kind === 'failed') {
    const retry = result.reason === 'no-connection' || result.reason === 'too-long'
    return result.words === '' ? { kind: 'failed', error: FAILED[result.reason], retry } : { kind: 'failed', error: `${FAILED[result.reason]} ${result.words}`, retry, untrusted }
  }
  const { text, images, notAsked } = result
  if (result.isError) return { kind: 'failed', error: notAsked ? `${NOT_ASKED} ${text}` : text, retry: false, untrusted }
  const said = notAsked ? NOT_ASKED : firstCharacters(plainLine(text).trim(), MAX_SAID_CHARS)
  return { kind: 'done', output: text, said, untrusted, ...(images.length === 0 ? {} : { images }) }
}
