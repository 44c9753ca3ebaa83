import { expect, test } from 'vitest'
import { QuestionSpeech } from '../../../../src/main/talk/input/question-speech'
import { itemId } from '../../../../src/shared/ids'
import { sampleItem } from '../../state/sample-view'

const question = (id: string, change: Parameters<typeof sampleItem>[1] = {}) => sampleItem(id, { role: 'user', text: '', ...change })
const speech = (samples: number, value = 1) => ({ frames: [new Int16Array(samples).fill(value)], samples })
const told = (sut: QuestionSpeech, id: string) => sut.withSound(question(id)).speech?.samples ?? null

test('the sound of a question is there until its words are', () => {
  const sut = new QuestionSpeech()
  sut.keep(itemId('a'), speech(3))
  sut.keep(itemId('b'), speech(4))
  sut.keep(itemId('c'), speech(5))
  sut.evaluate([question('a', { status: 'in-progress' }), question('b', { text: 'Which tree?' }), question('d')])
  expect([told(sut, 'a'), told(sut, 'b'), told(sut, 'c'), told(sut, 'd')]).toEqual([3, null, null, null])
})

test('the last part of it is the base64 of its last samples', () => {
  const sut = new QuestionSpeech()
  sut.keep(itemId('a'), { frames: [Int16Array.of(1, 2), Int16Array.of(3, 4)], samples: 4 })
  expect(sut.withSound(question('a')).speech?.lastPart(3)).toBe(Buffer.from(Int16Array.of(2, 3, 4).buffer).toString('base64'))
})

test('what was said first goes first when there is too much of it, but never the newest', () => {
  const sut = new QuestionSpeech()
  const minute = 24_000 * 60
  for (const id of ['a', 'b', 'c']) sut.keep(itemId(id), speech(minute * 3))
  const before = ['a', 'b', 'c'].map((id) => told(sut, id))
  sut.keep(itemId('d'), speech(minute * 7))
  expect([before, ['b', 'c', 'd'].map((id) => told(sut, id))]).toEqual([[null, minute * 3, minute * 3], [null, null, minute * 7]])
})
