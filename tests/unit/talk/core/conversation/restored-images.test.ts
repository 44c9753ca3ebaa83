import { expect, test } from 'vitest'
import { restoredEntries } from '../../../../../src/main/talk/core/conversation/context-restore'
import { shownAgain } from '../../../../../src/main/talk/core/conversation/restored-images'
import type { ConversationItem } from '../../../../../src/shared/conversation'
import { imageId, itemId } from '../../../../../src/shared/ids'

const note = (id: string) => ({ id: imageId(id), type: 'image/png' as const, width: 2, height: 2, bytes: 9 })
const item = (id: string, images: readonly string[], text = id): ConversationItem => ({
  id: itemId(id), role: 'user', kind: 'text', text, status: 'done', heardChars: null, audioMs: null, ...(images.length === 0 ? {} : { images: images.map(note) }),
})
const files = (missing = '') => ({ has: (image: string) => image !== missing, url: (image: string) => `url:${image}` })

function told(items: readonly ConversationItem[], missing?: string, budgetChars?: number): readonly string[] {
  return restoredEntries(items, [], budgetChars, shownAgain(items, files(missing))).map(({ create }) => {
    const event = create(itemId('wire'), null)
    if (!('item' in event) || event.item.type !== 'message') return event.type
    return event.item.content.map((part) => ('text' in part ? part.text : 'image_url' in part ? part.image_url : '?')).join(' + ')
  })
}

test('the newest four images are shown again, with their words; older ones are named', () => {
  expect(told([item('old', ['a']), item('b', ['b', 'c']), item('words', []), item('d', ['d'], ''), item('e', ['e'])])).toEqual(['[an image] old', 'b + url:b + url:c', 'words', 'url:d', 'e + url:e'])
})

test('an item is shown with all of its images or with none', () => {
  expect([told([item('a', ['a', 'b', 'c']), item('d', ['d', 'e'])]), told([item('a', ['a', 'b'])], 'b')]).toEqual([['[an image] [an image] [an image] a', 'd + url:d + url:e'], ['[an image] [an image] a']])
})

test('what is said of an entry names the image and not its bytes; long words are cut as ever', () => {
  const long = item('x', ['a'], 'word '.repeat(1_000))
  const [entry] = restoredEntries([long], [], 100, shownAgain([long], files()))
  expect({ said: entry?.said.startsWith('a … word'), short: (entry?.said.length ?? 0) <= 102 }).toEqual({ said: true, short: true })
})
