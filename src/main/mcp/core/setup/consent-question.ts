import type { ServerConfig } from '../../../../shared/mcp/servers'
import { visibleInLine } from '../../../tools/core/card'
import type { DialogWords } from '../dialog-words'
import { cautions, isLoader } from './cautions'
import type { Values } from './server-template'
import { say } from '../../../../shared/words/say'
import { asWritten, inLines, type Words } from '../../../../shared/words/words'

/** A system's dialog does not scroll: what is longer goes on in the next one, so that nothing is cut off. */
const PAGE_LINES = 16
const LINE_CHARS = 60

export interface ConsentFacts {
  readonly server: Pick<ServerConfig, 'label' | 'reach'>
  /** Of its variables or headers; only those that decide what runs are shown. */
  readonly values: Values
  /** The person has said yes to another entry of this server before. */
  readonly isChange: boolean
}

/** `isEntry`: somebody else's, whose every character counts; a sentence of ours may be wrapped by the dialog. */
interface Line {
  readonly words: Words
  readonly isEntry: boolean
}

const ours = (words: Words): Line => ({ words, isEntry: false })
const entry = (words: Words): Line => ({ words, isEntry: true })
const EMPTY = ours(asWritten(''))

const oneLine = (text: string): string => (text === '' ? say('dialogs.server-empty') : visibleInLine(text))

/** What a person is asked before anything of a server starts: all that there is to it, in as many dialogs as it takes. */
export function consentPages(facts: ConsentFacts): readonly DialogWords[] {
  const { server: { label, reach }, isChange } = facts
  const how = reach.kind === 'stdio' ? 'start-server' : 'connect-server'
  const question = say(`dialogs.${how}`, { label })
  const title = isChange ? say('dialogs.server-changed', { question }) : question
  const pages = pagesOf([...(reach.kind === 'stdio' ? commandLines(reach, facts.values) : addressLines(reach)), EMPTY, ours(say(`dialogs.${how}-text`))].flatMap(wrapped))
  return pages.map((lines, at) => ({
    title: pages.length === 1 ? title : say('dialogs.server-page', { question: title, at: at + 1, of: pages.length }),
    text: inLines(lines),
    yes: at + 1 < pages.length ? say('dialogs.server-rest') : say(`dialogs.${how}-yes`),
  }))
}

function commandLines(reach: Extract<ServerConfig['reach'], { kind: 'stdio' }>, values: Values): readonly Line[] {
  const warned = cautions({ ...reach, values: Object.fromEntries(reach.env.map((name) => [name, ''])) })
  return [
    ...warned.map((words) => ours(asWritten(`⚠ ${visibleInLine(words)}`))),
    ...(warned.length > 0 ? [EMPTY] : []),
    entry(say('dialogs.server-command', { text: oneLine(reach.command) })),
    ...(reach.args.length === 0 ? [ours(say('dialogs.server-no-arguments'))] : reach.args.map((arg, at) => entry(say('dialogs.server-argument', { at: at + 1, text: oneLine(arg) })))),
    entry(say('dialogs.server-folder', { text: reach.cwd === null ? say('dialogs.server-home') : oneLine(reach.cwd) })),
    ...reach.env.map((name) => entry(isLoader(name) ? say('dialogs.server-variable', { name, text: oneLine(values[name] ?? '') }) : say('dialogs.server-variable-kept', { name }))),
  ]
}

/** The address as it is dialled: letters that only look like others are written out by `URL`. */
function addressLines({ url, headers, clientId }: Extract<ServerConfig['reach'], { kind: 'http' }>): readonly Line[] {
  const { host, href } = new URL(url)
  return [ours(say('dialogs.server-host', { text: host })), entry(say('dialogs.server-address', { text: oneLine(href) })), ...(clientId === undefined ? [] : [entry(say('dialogs.server-client-id', { text: oneLine(clientId) }))]), ...headers.map((name) => ours(say('dialogs.server-header', { name })))]
}

/** In pieces that surely fit: what the dialog would wrap by itself could make it higher than the screen. */
function wrapped({ words, isEntry }: Line): readonly string[] {
  const characters = [...words]
  const count = Math.max(1, Math.ceil(characters.length / LINE_CHARS))
  return words.includes(' ') && characters.length <= 4 * LINE_CHARS && !isEntry
    ? [words]
    : Array.from({ length: count }, (_none, at) => `${at === 0 ? '' : '    '}${characters.slice(at * LINE_CHARS, (at + 1) * LINE_CHARS).join('')}`)
}

function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, Math.ceil(lines.length / PAGE_LINES))
  return Array.from({ length: count }, (_none, at) => lines.slice(at * PAGE_LINES, (at + 1) * PAGE_LINES))
}
