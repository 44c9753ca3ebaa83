import { describe, expect, it } from 'vitest'
import { dataUrl, sampleJpeg, samplePng } from '../../../fakes/sample-images'
import { append, COMMIT, CREATE, errorsIn, MANUAL, speech, startTrace, transcriptOf, userText } from '../trace'

const JPEG = dataUrl('image/jpeg', sampleJpeg(1_568, 1_176, 100))
const shown = (image_url: unknown, rest: object = {}) => ({
  type: 'conversation.item.create',
  item: { id: 'shown', type: 'message', role: 'user', content: [{ type: 'input_image', image_url, ...rest }] },
})

describe('input_image', () => {
  it('is reported as its own bytes say, answered with its size, and counted in tiles', () => {
    const trace = startTrace()
    trace.send(shown(JPEG), { ...shown(dataUrl('image/png', samplePng(100, 50)), { detail: 'low' }), item: { ...shown('').item, id: 'b', content: [{ type: 'input_text', text: 'And this?' }, { type: 'input_image', image_url: dataUrl('image/png', samplePng(100, 50)), detail: 'low' }] } }, CREATE)
    const frames = trace.settle()
    expect({ images: trace.report.images, answer: transcriptOf(frames), tokens: trace.report.usage.input_token_details.image_tokens, noted: JSON.stringify(trace.report.received).includes('base64'), inContext: trace.report.context.map(({ images = [] }) => images.length) }).toEqual({
      images: [
        { itemId: 'shown', type: 'image/jpeg', width: 1_568, height: 1_176, bytes: sampleJpeg(1, 1).length + 100, detail: 'auto' },
        { itemId: 'b', type: 'image/png', width: 100, height: 50, bytes: samplePng(100, 50).length, detail: 'low' },
      ],
      answer: 'You sent an image of 1568 by 1176 pixels. You sent an image of 100 by 50 pixels. And this?',
      tokens: 85 + 4 * 170 + 85,
      noted: false,
      inContext: [1, 1, 0],
    })
  })

  it('stands before the echo of what was said about it', () => {
    const trace = startTrace()
    trace.send(MANUAL, append(speech(1_000)), shown(JPEG), COMMIT, CREATE)
    expect(transcriptOf(trace.settle())).toBe('You sent an image of 1568 by 1176 pixels. You said 1.0 seconds.')
  })

  it.each([
    ['an address to fetch', 'https://example.test/image.png'],
    ['base64 without an address', Buffer.from(sampleJpeg(2, 2)).toString('base64')],
    ['a format that it does not take', dataUrl('image/gif', new Uint8Array([...Buffer.from('GIF89a'), 9, 0, 9, 0, 0, 0, 0, 0x3b]))],
    ['another media type than its own', dataUrl('image/png', sampleJpeg(2, 2))],
    ['broken base64', `${JPEG.slice(0, -3)}!!!`],
    ['no image at all', dataUrl('image/png', new Uint8Array(40))],
    ['more than 15 MiB', dataUrl('image/jpeg', sampleJpeg(2, 2, 16 * 1024 * 1024))],
  ])('refuses %s', (_what, url) => {
    const trace = startTrace()
    expect({ errors: errorsIn(trace.send(shown(url))), images: trace.report.images }).toEqual({ errors: [expect.objectContaining({ code: 'invalid_value', param: 'item.content[0].image_url' })], images: [] })
  })

  it('is nothing an assistant may be told to have said', () => {
    const trace = startTrace()
    const refused = trace.send({ ...shown(JPEG), item: { ...shown(JPEG).item, role: 'assistant' } }, userText('still there'))
    expect(errorsIn(refused)).toHaveLength(1)
  })
})
