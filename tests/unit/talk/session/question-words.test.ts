import { expect, test } from 'vitest'
import { QuestionWords } from '../../../../src/main/talk/session/question-words'
import { itemId, turnId } from '../../../../src/shared/ids'
import { FakeTimers } from '../../../fakes/fake-timers'

const committed = (id: string) => ({ type: 'input_audio_buffer.committed', item: itemId(id), previous: null }) as const
const written = (id: string) => ({ type: 'conversation.item.input_audio_transcription.completed', item: itemId(id), transcript: 'Hi.', usage: null }) as const

function words() {
  const [timers, asked] = [new FakeTimers(), [] as string[]]
  const sut = new QuestionWords(timers, (turn) => asked.push(turn))
  return { timers, asked, sut }
}

test('a question is asked once its own words are there', () => {
  const { sut, asked } = words()
  sut.awaitFor(turnId('t'))
  const before = [written('old'), committed('new'), written('old')].map((event) => (sut.heard(event), asked.length))
  sut.heard(written('new'))
  sut.heard(written('new'))
  expect([before, asked, sut.waits]).toEqual([[0, 0, 0], ['t'], false])
})

test('words that never come, or whose item has no name, are not waited for without end', () => {
  const { sut, asked, timers } = words()
  sut.awaitFor(turnId('t'))
  timers.pass(20_000)
  expect([asked, sut.waits]).toEqual([['t'], false])
})

test('a question that is given up is not asked', () => {
  const { sut, asked, timers } = words()
  sut.awaitFor(turnId('t'))
  sut.heard(committed('new'))
  sut.forget()
  sut.heard(written('new'))
  timers.pass(60_000)
  expect(asked).toEqual([])
})
