import { expect, test } from 'vitest'
import { ResultImages } from '../../../src/main/mcp/result-images'
import { FakeTimers } from '../../fakes/fake-timers'
import { dataUrl, sampleJpeg, samplePng } from '../../fakes/sample-images'

/** The panel's page answers as the test says. */
function images() {
  const timers = new FakeTimers()
  const asked: { readonly id: string; readonly bytes: Uint8Array }[] = []
  let minted = 0
  const sut = new ResultImages({
    timers, mint: () => `m${String((minted += 1))}`, push: (page, channel, message) => void (page === 'panel' && channel === 'image:scale' && asked.push(message as (typeof asked)[number])),
  })
  const redrawn = (...urls: readonly string[]) => sut.redrawn({ kind: 'done', text: 'Seen.', isError: false, images: urls })
  return { sut, timers, asked, redrawn }
}

const WEBP = dataUrl('image/webp', new Uint8Array([1, 2, 3]))

test('an image goes on as the page has made it, never as it came', async () => {
  const { sut, asked, redrawn } = images()
  const made = sampleJpeg(40, 30, 10)
  const result = redrawn(WEBP)
  sut.scaled(asked[0]?.id ?? '', made)
  sut.scaled(asked[0]?.id ?? '', sampleJpeg(1, 1)) // a second answer
  expect([asked.map(({ bytes }) => [...bytes]), await result]).toEqual([[[1, 2, 3]], { kind: 'done', text: 'Seen.', isError: false, images: [dataUrl('image/jpeg', made)] }])
})

test.each<readonly [string, Uint8Array | null]>([
  ['what cannot be read', null], ['what the page made too large', samplePng(2_000, 10)], ['what is no image', new Uint8Array([9])], ['what moves', samplePng(4, 4, 'acTL')],
])('%s is said, and the others are shown', async (_what, bytes) => {
  const { sut, asked, redrawn } = images()
  const result = redrawn(WEBP, WEBP)
  sut.scaled(asked[0]?.id ?? '', bytes)
  sut.scaled(asked[1]?.id ?? '', samplePng(4, 4))
  expect(await result).toEqual({ kind: 'done', text: 'Seen.\n[image 1 cannot be shown]', isError: false, images: [dataUrl('image/png', samplePng(4, 4))] })
})

test.each<readonly [string, (world: ReturnType<typeof images>) => void]>([['that is closed', ({ sut }) => sut.pageClosed()], ['that says nothing', ({ timers }) => timers.pass(5_000)]])('a page %s holds up no result', async (_what, happens) => {
  const world = images()
  const result = world.redrawn(WEBP)
  happens(world)
  expect(await result).toMatchObject({ images: [], text: 'Seen.\n[image 1 cannot be shown]' })
})

test('what failed, or has no image, passes as it is', async () => {
  const { sut, redrawn, asked } = images()
  const failed = { kind: 'failed', reason: 'cancelled', words: '' } as const
  expect([await sut.redrawn(failed), (await redrawn()).kind, asked]).toEqual([failed, 'done', []])
})
