import type { ServerConfig } from '../../../../shared/mcp/servers'
import { visibleInLine } from '../../../tools/core/card'
import type { DialogWords } from '../dialog-words'
import { cautions, isLoader } from './cautions'
import type { Values } from './server-template'

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

const ENDING = {
  stdio: 'It runs as a program of yours: it can read your files and use the network. Go on only if you know who made it.',
  http: 'What its tools are given goes there, and what they answer comes from there. Go on only if you chose this server yourself.',
} as const

const oneLine = (text: string): string => (text === '' ? '(empty)' : visibleInLine(text))

/** What a person is asked before anything of a server starts: all that there is to it, in as many dialogs as it takes. */
export function consentPages(facts: ConsentFacts): readonly DialogWords[] {
  const { server: { label, reach }, isChange } = facts
  const again = isChange ? ' It is not what you allowed before.' : ''
  const title = reach.kind === 'stdio' ? `Start “${label}” on this computer?${again}` : `Connect to “${label}”?${again}`
  const pages = pagesOf([...(reach.kind === 'stdio' ? commandLines(reach, facts.values) : addressLines(reach)), '', ENDING[reach.kind]].flatMap(wrapped))
  return pages.map((lines, at) => ({
    title: pages.length === 1 ? title : `${title} (${String(at + 1)} of ${String(pages.length)})`,
    text: lines.join('\n'),
    yes: at + 1 < pages.length ? 'Show the rest' : reach.kind === 'stdio' ? 'Start it' : 'Connect',
  }))
}

function commandLines(reach: Extract<ServerConfig['reach'], { kind: 'stdio' }>, values: Values): readonly string[] {
  const warned = cautions({ ...reach, values: Object.fromEntries(reach.env.map((name) => [name, ''])) })
  return [
    ...warned.map((words) => `⚠ ${visibleInLine(words)}`),
    ...(warned.length > 0 ? [''] : []),
    `Command: ${oneLine(reach.command)}`,
    ...(reach.args.length === 0 ? ['No arguments'] : reach.args.map((arg, at) => `Argument ${String(at + 1)}: ${oneLine(arg)}`)),
    `Folder: ${reach.cwd === null ? 'your home' : oneLine(reach.cwd)}`,
    ...reach.env.map((name) => (isLoader(name) ? `Variable ${name} = ${oneLine(values[name] ?? '')}` : `Variable ${name}: what you entered, kept in the keychain`)),
  ]
}

/** The address as it is dialled: letters that only look like others are written out by `URL`. */
function addressLines({ url, headers, clientId }: Extract<ServerConfig['reach'], { kind: 'http' }>): readonly string[] {
  const { host, href } = new URL(url)
  return [`Server: ${host}`, `Address: ${oneLine(href)}`, ...(clientId === undefined ? [] : [`Client ID: ${oneLine(clientId)}`]), ...headers.map((name) => `Header ${name}: what you entered, kept in the keychain`)]
}

/** In pieces that surely fit: what the dialog would wrap by itself could make it higher than the screen. */
function wrapped(line: string): readonly string[] {
  const characters = [...line]
  const count = Math.max(1, Math.ceil(characters.length / LINE_CHARS))
  return line.includes(' ') && characters.length <= 4 * LINE_CHARS && !/^(?:Command|Argument|Folder|Variable|Address|Client ID)/.test(line)
    ? [line]
    : Array.from({ length: count }, (_none, at) => `${at === 0 ? '' : '    '}${characters.slice(at * LINE_CHARS, (at + 1) * LINE_CHARS).join('')}`)
}

function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, Math.ceil(lines.length / PAGE_LINES))
  return Array.from({ length: count }, (_none, at) => lines.slice(at * PAGE_LINES, (at + 1) * PAGE_LINES))
}
