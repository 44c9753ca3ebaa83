import { expect, test } from 'vitest'
import { VoicePlayer } from '../../../src/main/voices/voice-player'
import { type AppError, appError } from '../../../src/shared/errors/errors'
import { err, ok, type Result } from '../../../src/shared/result'
import { FakeTimers } from '../../fakes/fake-timers'

type Said = Result<Int16Array | null, AppError>

function world() {
  const [log, asked]: [string[], ((said: Said) => void)[]] = [[], []]
  const timers = new FakeTimers()
  const now = { runs: false, listens: false }
  const clips = {
    current: null as string | null,
    play: (what: string) => { clips.current = what },
    stop: () => {
      log.push(`silence ${String(clips.current)}`)
      clips.current = null
    },
  }
  const sut = new VoicePlayer({
    clips, timers,
    changed: () => undefined,
    turn: () => now,
    ask: (voice) => {
      log.push(`ask ${voice}`)
      return new Promise((resolve) => asked.push(resolve))
    },
    stopAsking: () => void log.push('stop'),
  })
  return { sut, now, clips, timers, log, say: (said: Said, at = asked.length - 1) => asked[at]?.(said) }
}

const SOUND = ok(Int16Array.of(1))

test('it is asked for, and then plays', async () => {
  const { sut, clips, say } = world()
  const played = sut.play('cedar')
  const before = sut.asked
  say(SOUND)
  expect([before, await played, sut.asked, clips.current]).toEqual(['cedar', ok('playing'), null, 'voice:cedar'])
})

test('while somebody talks, nobody is asked; who begins to talk meanwhile hears nothing of it', async () => {
  const { sut, now, clips, log, say } = world()
  now.runs = true
  const busy = await sut.play('cedar')
  now.runs = false
  const played = sut.play('cedar')
  now.runs = true
  say(SOUND)
  expect([busy, await played, clips.current, log]).toEqual([ok('busy'), ok('stopped'), null, ['ask cedar']])
})

test('another one takes its place, and what comes of the first is not played', async () => {
  const { sut, clips, log, say } = world()
  const first = sut.play('cedar')
  const second = sut.play('marin')
  say(SOUND, 0)
  say(SOUND, 1)
  expect([await first, await second, clips.current, log]).toEqual([ok('stopped'), ok('playing'), 'voice:marin', ['ask cedar', 'stop', 'ask marin']])
})

test('stopping silences a voice, and no other sound', async () => {
  const { sut, clips, log, say } = world()
  const played = sut.play('cedar')
  say(SOUND)
  await played
  sut.stop()
  clips.current = 'item_1'
  sut.stop()
  expect([log, clips.current]).toEqual([['ask cedar', 'silence voice:cedar'], 'item_1'])
})

test('what went wrong is answered, and twelve a minute are enough', async () => {
  const { sut, timers, say } = world()
  const failed = sut.play('cedar')
  say(err(appError('no-key')))
  const told = await failed
  for (let count = 0; count < 11; count += 1) void sut.play('cedar')
  const often = await sut.play('cedar')
  timers.pass(60_000)
  const again = sut.play('cedar')
  say(SOUND)
  expect([told, often, await again]).toEqual([err(appError('no-key')), ok('often'), ok('playing')])
})
