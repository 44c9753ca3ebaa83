import { expect, test } from 'vitest'
import { AnswerRetries } from '../../../../src/main/talk/session/answer-retries'
import type { ApiError } from '../../../../src/shared/errors/classify-error'
import { turnId } from '../../../../src/shared/ids'
import { FakeTimers } from '../../../fakes/fake-timers'

const ONE = turnId('turn_1')
const TWO = turnId('turn_2')
const LIMITED: ApiError = { type: '', code: 'rate_limit_exceeded', message: '' }
const BROKEN: ApiError = { type: 'server_error', code: null, message: '' }

function retries() {
  const timers = new FakeTimers()
  const asked: string[] = []
  const sut = new AnswerRetries({ ask: (turn) => asked.push(`${turn} at ${String(timers.now())}`) }, timers)
  return { sut, timers, asked }
}

test('the answer is asked for again when its time has come, with growing patience, three times', () => {
  const { sut, timers, asked } = retries()
  const waits = [1, 2, 3, 4].map(() => {
    const waitMs = sut.failed(ONE, LIMITED, false)
    timers.pass(60_000)
    return waitMs
  })
  expect([waits, asked]).toEqual([
    [5_100, 10_100, 20_100, null],
    ['turn_1 at 5100', 'turn_1 at 70100', 'turn_1 at 140100'],
  ])
})

test('a broken answer is asked for once; each turn has attempts of its own', () => {
  const { sut } = retries()
  expect([sut.failed(ONE, BROKEN, false), sut.failed(ONE, BROKEN, false), sut.failed(TWO, BROKEN, false), sut.failed(ONE, BROKEN, false)]).toEqual([250, null, 250, 250])
})

test('what has begun to sound is not said twice', () => {
  const { sut, timers } = retries()
  expect([sut.failed(ONE, BROKEN, true), timers.waiting]).toEqual([null, 0])
})

test('a turn that was given up, or has its answer, is not asked about again', () => {
  const { sut, timers, asked } = retries()
  sut.failed(ONE, BROKEN, false)
  sut.cancel()
  timers.pass(60_000)
  sut.failed(ONE, BROKEN, false)
  sut.answered(TWO)
  const waiting = timers.waiting
  sut.answered(ONE)
  timers.pass(60_000)
  expect([asked, waiting, timers.waiting]).toEqual([[], 1, 0])
})

test('the failure of another turn ends the wait of the first', () => {
  const { sut, timers, asked } = retries()
  sut.failed(ONE, LIMITED, false)
  sut.failed(TWO, BROKEN, false)
  timers.pass(60_000)
  expect(asked).toEqual(['turn_2 at 250'])
})

test('a limit counts from when it was told, and no longer once it is whole again', () => {
  const { sut, timers } = retries()
  sut.limits([{ name: 'tokens', remaining: 0, resetSeconds: 7 }])
  timers.pass(3_000)
  const waitMs = sut.failed(ONE, LIMITED, false)
  timers.pass(30_000)
  expect([waitMs, sut.failed(TWO, LIMITED, false)]).toEqual([4_100, 5_100])
})
