import { expect, test } from 'vitest'
import { asyncClipboard, type AsyncItem, syncClipboard } from '../../../../../src/main/tools/core/built-in/clipboard-shapes'

type Content = Readonly<Record<string, unknown>>
type Picture = { readonly name: string; isEmpty(): boolean }

const picture = (name: string): Picture => ({ name, isEmpty: () => name === '' })

/** As up to Electron 43. */
function older(content: { text?: string; html?: string; rtf?: string; image?: Picture }) {
  let now = content
  return {
    readText: () => now.text ?? '',
    readHTML: () => now.html ?? '',
    readRTF: () => now.rtf ?? '',
    readImage: () => now.image ?? picture(''),
    write: (data: typeof content) => void (now = data),
    writeText: (text: string) => void (now = { text }),
    clear: () => void (now = {}),
    get now() {
      return { ...now, ...(now.image === undefined ? {} : { image: now.image.name }) }
    },
  }
}

const item = (content: Content): AsyncItem => ({
  types: Object.keys(content),
  getType: async (type) => {
    if (content[type] === 'gone') throw new DOMException('gone', 'NotFoundError')
    return content[type]
  },
})

/** As from Electron 44 on: one item of many types. */
function newer(content: Content) {
  let now: AsyncItem[] = Object.keys(content).length === 0 ? [] : [item(content)]
  return {
    readText: async () => String((await now[0]?.getType('text/plain')) ?? ''),
    read: async () => now,
    write: async (items: AsyncItem[]) => void (now = items),
    writeText: async (text: string) => void (now = [item({ 'text/plain': text })]),
    clear: () => void (now = []),
    contents: async () => Promise.all(now.map(async ({ types, getType }) => Object.fromEntries(await Promise.all(types.map(async (type) => [type, await getType(type)]))))),
  }
}

test.each([
  ['text', { text: 'a' }],
  ['text with its look', { text: 'a', html: '<b>a</b>', rtf: '{a}' }],
  ['a picture', { image: picture('cat') }],
  ['nothing', {}],
])('the older shape: %s comes back', async (_what, content) => {
  const raw = older(content)
  const before = raw.now
  const sut = syncClipboard(raw)
  const putBack = await sut.keep()
  await sut.writeText('hello')
  const between = await sut.readText()
  await putBack()
  expect({ between, after: raw.now }).toEqual({ between: 'hello', after: before })
})

test.each([
  ['text', { 'text/plain': 'a' }, [{ 'text/plain': 'a' }]],
  ['all of it', { 'text/plain': 'a', 'text/html': '<b>a</b>', 'image/png': 'cat' }, [{ 'text/plain': 'a', 'text/html': '<b>a</b>', 'image/png': 'cat' }]],
  ['what has gone is left out', { 'text/plain': 'a', 'image/png': 'gone' }, [{ 'text/plain': 'a' }]],
  ['all of it has gone', { 'image/png': 'gone' }, []],
  ['nothing', {}, []],
])('the newer shape: %s comes back', async (_what, content, expected) => {
  const raw = newer(content)
  const sut = asyncClipboard(raw, item)
  const putBack = await sut.keep()
  await sut.writeText('hello')
  const between = await sut.readText()
  await putBack()
  expect({ between, after: await raw.contents() }).toEqual({ between: 'hello', after: expected })
})
