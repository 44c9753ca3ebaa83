import { expect, test } from 'vitest'
import { Attachments } from '../../../src/main/images/attachments'
import { ImageCache } from '../../../src/main/images/image-cache'
import { imageId } from '../../../src/shared/ids'
import { sampleJpeg } from '../../fakes/sample-images'

const [A, B, C] = [imageId('a'), imageId('b'), imageId('c')]
const file = (size: number) => ({ type: 'image/jpeg' as const, bytes: new Uint8Array(size).fill(7) })

test('the shelf lets go of the oldest that the history has, and of nothing that nobody else has', () => {
  const cache = new ImageCache(100)
  const there = () => [A, B, C].filter((image) => cache.has(image)).join('')
  cache.put(A, file(60), false)
  cache.put(B, file(60), false)
  const both = there()
  cache.put(C, file(30), true)
  const keptGone = there()
  cache.keep(A)
  expect({ both, keptGone, afterKeep: there(), url: cache.url(B) }).toEqual({ both: 'ab', keptGone: 'ab', afterKeep: 'b', url: `data:image/jpeg;base64,${Buffer.alloc(60, 7).toString('base64')}` })
})

test('at most four wait; what is removed or sent waits no longer, what was refused never did', () => {
  const cache = new ImageCache()
  let [minted, changes] = [0, 0]
  const sut = new Attachments({ cache, mint: () => `image-${String((minted += 1))}`, changed: () => (changes += 1) })
  const answers = ['one', 'two', 'three', 'four', 'five'].map((name) => sut.add(name, sampleJpeg(20, 10)))
  sut.remove(imageId('image-2'))
  sut.remove(imageId('image-2'))
  const refused = sut.add('letter', new Uint8Array(50))
  const names = sut.list.map(({ name }) => name)
  const taken = sut.take()
  expect({ answers: answers.map(({ ok }) => ok), refused, names, taken: taken.map(({ id }) => id), again: sut.take(), cached: [1, 2, 3].map((number) => cache.has(imageId(`image-${String(number)}`))), changes }).toEqual({
    answers: [true, true, true, true, false],
    refused: { ok: false, error: { tag: 'image-unreadable', detail: 'unknown bytes' } },
    names: ['one', 'three', 'four'],
    taken: ['image-1', 'image-3', 'image-4'],
    again: [],
    cached: [true, false, true],
    changes: 6,
  })
})
