import { heardParts } from '../../../shared/audio/heard'
import type { StoredItem } from '../../../shared/history'
import { partsWithoutMarks } from '../../../shared/markdown/plain-words'
import { say } from '../../../shared/words/say'
import type { Layout } from './export-layout'
import { accountWords, imageWords, lineUnderTitle, noteOn, speakerOf, timeOf, titleOf } from './export-words'

const RULE = '='.repeat(72)

const note = (item: StoredItem): string => (noteOn(item) === '' ? '' : ` (${noteOn(item)})`)

const indented = (text: string): string => (text === '' ? '' : text.split('\n').map((line) => `${`  ${line}`.trimEnd()}\n`).join(''))

/** To read anywhere: what was not heard stands in brackets, and an answer has no marks. */
export const textLayout: Layout = {
  carriesImages: false,
  begin: () => '',
  conversation: (conversation, index) => `${index === 0 ? '' : `\n${RULE}\n\n`}${titleOf(conversation)}\n${lineUnderTitle(conversation)}\n`,
  item: ({ item }) => `\n${speakerOf(item)}, ${timeOf(item.createdAt)}${note(item)}:\n${indented(body(item))}`,
  endConversation: () => '',
  end: () => '',
}

function body(item: StoredItem): string {
  const [heard, unheard] = partsOf(item)
  const words = unheard.trim() === '' ? heard : say('exports.not-heard', { heard: heard.trimEnd(), unheard: unheard.trim() })
  return [imageWords(item), words.trim(), tool(item)].filter((part) => part !== '').join('\n')
}

/** What a person wrote stays as it was written: no page draws it otherwise. */
function partsOf(item: StoredItem): readonly [string, string] {
  const { heard, unheard } = heardParts(item)
  return item.role === 'assistant' ? partsWithoutMarks(item.text, heard.length) : [heard, unheard]
}

function tool({ tool: call }: StoredItem): string {
  if (call === undefined) return ''
  const account = accountWords(call)
  const values = { title: call.account?.title ?? say('exports.used'), name: call.name, input: call.arguments, output: call.output ?? say('exports.no-answer') }
  return `[${account === '' ? say('exports.call', values) : say('exports.call-account', { ...values, account })}]`
}
