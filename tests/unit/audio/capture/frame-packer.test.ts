import { expect, test } from 'vitest'
import { FramePacker } from '../../../../src/renderer/src/audio/capture/frame-packer'

const QUANTUM = 128

function pack(samples: Float32Array): Int16Array[] {
  const frames: Int16Array[] = []
  const packer = new FramePacker((pcm) => frames.push(pcm.slice()))
  for (let at = 0; at < samples.length; at += QUANTUM) {
    const quantum = samples.slice(at, at + QUANTUM)
    packer.push(quantum, quantum.length)
  }
  packer.flush()
  return frames
}

test('quanta become frames of 480 samples and a shorter last one, none lost, none doubled', () => {
  const counting = Float32Array.from({ length: 1_000 }, (_, at) => at / 32_768)
  const frames = pack(counting)
  expect([frames.map(({ length }) => length), frames.flatMap((pcm) => [...pcm])]).toEqual([
    [480, 480, 40],
    Array.from({ length: 1_000 }, (_, at) => at),
  ])
})

test('every Int16 value survives the way through float', () => {
  const all = Float32Array.from({ length: 65_536 }, (_, at) => (at - 32_768) / 32_768)
  expect(pack(all).flatMap((pcm) => [...pcm])).toEqual(Array.from({ length: 65_536 }, (_, at) => at - 32_768))
})

test('rounds to the nearest, clamps what is too loud, and takes nonsense for silence', () => {
  const odd = Float32Array.from([0.4 / 32_768, 0.6 / 32_768, -0.6 / 32_768, 1, 1.5, -1, -7, NaN, Infinity])
  expect([...(pack(odd)[0] ?? [])]).toEqual([0, 1, -1, 32_767, 32_767, -32_768, -32_768, 0, 32_767])
})

test('packs only as many samples as asked, and forgets what was cleared', () => {
  const frames: Int16Array[] = []
  const packer = new FramePacker((pcm) => frames.push(pcm.slice()))
  packer.push(new Float32Array(QUANTUM).fill(0.5), 3)
  packer.clear()
  packer.push(new Float32Array(QUANTUM).fill(0.25), 2)
  packer.flush()
  packer.flush()
  expect(frames).toEqual([Int16Array.of(8_192, 8_192)])
})

test('the short frame is a buffer of its own, since a port sends the whole buffer behind a view', () => {
  const sizes: number[] = []
  const packer = new FramePacker((pcm) => sizes.push(pcm.buffer.byteLength))
  packer.push(new Float32Array(QUANTUM), 10)
  packer.flush()
  expect(sizes).toEqual([20])
})
