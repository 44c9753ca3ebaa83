import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import type { ExportedConversation } from '../../../../src/main/history/core/export-layout'
import { LAYOUTS } from '../../../../src/main/history/core/export-layouts'
import { conversationId } from '../../../../src/shared/ids'
import { item, MORNING } from '../../../integration/history/support/talks'
import { createRandom } from '../../../integration/history/support/texts'

const talk = (title: string): ExportedConversation => ({
  id: conversationId('talk'), title, titled: true, preview: '', startedAt: MORNING, updatedAt: MORNING, pinned: false, items: 2, endpointName: 'OpenAI', usage: [],
})
interface Said {
  readonly text: string
  readonly heardChars: number | null
}

/** As a viewer shows it that does everything it is told: HTML goes through, addresses become links. */
function shown(title: string, said: readonly Said[]): string {
  const items = said.map((words, index) => item(`m${String(index)}`, { position: index, role: 'assistant', ...words }))
  const markdown = LAYOUTS.markdown.conversation(talk(title), 0) + items.map((write, index) => LAYOUTS.markdown.item(write, index, [])).join('')
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml({ tagfilter: false } as never)], allowDangerousHtml: true, allowDangerousProtocol: true })
}

/** Everything that a viewer could fetch or run: an image, an element, a link that is nothing but its address. */
const alive = (html: string): readonly string[] => html.match(/<img\b[^>]*>|<x-[^>]*>|<!--|<a href="[^"]*">(?:https?:|www)/gu) ?? []

const HOSTILE = ['![i](http://a.test/i.png)', '![i][r]\n\n[r]: http://a.test/r.png', '![[http://a.test/w]]', '<x-img src=//a.test>', '\\<x-a>', '\\\\<x-b>', '<!-- c', '<http://auto.test>', 'http://auto.test/', 'www.auto.test', '\\![i](//a.test)']

test.each(HOSTILE)('%j fetches nothing', (text) => {
  expect(alive(shown(text.split('\n')[0] ?? '', [{ text, heardChars: null }, { text: `a\n${text}`, heardChars: 1 }]))).toEqual([])
})

test('code stays as it was written, and a link that somebody wrote stays a link', () => {
  const html = shown('t', [{ text: '```html\n<x-a> ![i](http://a.test)\n```\n[there](http://a.test/x)', heardChars: null }])
  expect({ code: html.includes('&lt;x-a&gt; ![i](http://a.test)'), link: html.includes('<a href="http://a.test/x">there</a>') }).toEqual({ code: true, link: true })
})

test('code that was left open ends with its message', () => {
  expect(shown('t', [{ text: '```\nopen', heardChars: null }, { text: 'next', heardChars: null }])).toContain('<p>next</p>')
})

const PIECES = [...HOSTILE, '```', '````', '```js', '~~~', '~~~~', '~~~ a`b', '``` a`b', '~', '~~', '`', '``', '- ', '1. ', '> ', '  ', '    ', '\t', '\n', '\n', '\n', '\n\n', '\r', '\\', 'word', '#', '---', '|a|b|\n|-|-|\n', '[^1]: ', '[r]: ']

test('whatever is thrown together, nothing comes alive', () => {
  const random = createRandom(Number(process.env['PARLEY_SEED'] ?? 20_261_130))
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const text = () => Array.from({ length: 1 + Math.floor(random() * 14) }, () => pick(PIECES)).join('')
  const found = Array.from({ length: Number(process.env['PARLEY_SEQUENCES'] ?? 300) }, () => {
    const said = Array.from({ length: 3 }, () => ({ text: text(), heardChars: random() < 0.3 ? Math.floor(random() * 20) : null }))
    const living = alive(shown('t', said))
    return living.length === 0 ? null : { living, said }
  }).find((each) => each !== null)
  expect(found).toBeUndefined()
})
