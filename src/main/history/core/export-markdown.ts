import { heardParts } from '../../../shared/audio/heard'
import type { StoredItem } from '../../../shared/history'
import { say } from '../../../shared/words/say'
import type { Layout } from './export-layout'
import { inertLine, inertLines, inertMarkdown } from './markdown-escape'
import { accountWords, imageWords, lineUnderTitle, noteOn, speakerOf, timeOf, titleOf } from './export-words'

const note = (item: StoredItem): string => (noteOn(item) === '' ? '' : ` *– ${noteOn(item)}*`)

/** To read, not to read back: what was not heard is struck through. */
export const markdownLayout: Layout = {
  carriesImages: false,
  begin: () => '',
  conversation: (conversation, index) => `${index === 0 ? '' : '\n---\n\n'}# ${inertLine(titleOf(conversation))}\n\n*${inertLine(lineUnderTitle(conversation))}*\n`,
  item: ({ item }) => `\n**${speakerOf(item)}** (${timeOf(item.createdAt)})${note(item)}\n${body(item)}`,
  endConversation: () => '',
  end: () => '',
}

/** Strikes line by line: a mark does not reach over the end of a paragraph, nor may it touch a space inside. */
const struck = (text: string): string => inertLines(text).replace(/[^\s].*[^\s]|[^\s]/gu, (line) => `~~${line.replaceAll('~', '\\~')}~~`)

function body(item: StoredItem): string {
  const { heard, unheard } = heardParts(item)
  const words = [imageWords(item), inertMarkdown(heard) + struck(unheard)].join('\n\n')
  return `${words.trim() === '' ? '' : `\n${words.trim()}\n`}${tool(item)}`
}

function tool({ tool: call }: StoredItem): string {
  if (call === undefined) return ''
  const output = call.output === null ? say('exports.no-answer') : inCode(call.output)
  const values = { title: call.account === undefined ? say('exports.used') : inertLine(call.account.title), name: inCode(call.name), input: inCode(call.arguments), output }
  const account = accountWords(call)
  return `\n${account === '' ? say('exports.call', values) : say('exports.call-account', { ...values, account })}\n`
}

/** The fence has to be longer than any in the text. */
function inCode(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence} ${text.replace(/\s+/gu, ' ')} ${fence}`
}
