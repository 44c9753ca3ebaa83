import { expect, test } from 'vitest'
import type { Undelivered } from '../../../../src/main/talk/input/input-socket'
import { Drafts } from '../../../../src/main/history/drafts/drafts'
import { appError } from '../../../../src/shared/errors/errors'
import { conversationId, draftId, itemId, turnId } from '../../../../src/shared/ids'
import { err, ok } from '../../../../src/shared/result'
import { FakeTimers } from '../../../fakes/fake-timers'

const TURN = turnId('turn_1')
const speech = (...frames: readonly Int16Array[]): Undelivered => ({ frames, samples: frames.reduce((sum, { length }) => sum + length, 0) })
const SECOND = speech(new Int16Array(12_000).fill(1), new Int16Array(12_000).fill(2))

function drafts() {
  const timers = new FakeTimers()
  const world = { isPrivate: false, full: false, talk: 'talk', minted: 0 }
  const log: string[] = []
  const sut = new Drafts({
    store: {
      saveDraft: async ({ id, ms, conversation, saidTo }, pcm) => {
        if (world.full) return err(appError('history-full'))
        log.push(`save ${id} ${String(ms)} ms of ${String(conversation)} for ${String(saidTo)}: ${String(pcm[0])} … ${String(pcm.at(-1))}`)
        return ok(null)
      },
      removeDraft: async (id) => {
        log.push(`remove ${id}`)
        return ok(null)
      },
    },
    timers,
    place: () => 'wss://host.example',
    wallClock: () => 0,
    conversation: () => conversationId(world.talk),
    isPrivate: () => world.isPrivate,
    mint: () => draftId((world.minted += 1) === 1 ? 'draft' : `draft ${String(world.minted)}`),
    notify: ({ tag }) => void log.push(`notify ${tag}`),
    changed: () => void log.push('changed'),
  })
  return { timers, world, log, sut }
}

test('speech that was not delivered is kept whole', async () => {
  const { sut, log } = drafts()
  expect(sut.keep(TURN, SECOND)).toBe('kept')
  await sut.flush()
  expect(log).toEqual(['save draft 1000 ms of talk for wss://host.example: 1 … 2', 'changed'])
})

test('nothing of what no server would take, and nothing that was delivered', () => {
  const { sut, log } = drafts()
  expect([sut.keep(TURN, speech(new Int16Array(2_399))), sut.keep(TURN, null), log]).toEqual(['nothing', 'nothing', []])
})

test('a draft knows the bubble it stands in, the newest of it', () => {
  const { sut } = drafts()
  sut.keep(TURN, SECOND, itemId('q1'))
  const first = sut.sendsAgain(turnId('turn_2'), draftId('draft'))
  sut.keep(turnId('turn_2'), SECOND, itemId('q2'))
  expect([first, sut.sendsAgain(turnId('turn_3'), draftId('draft')), sut.sendsAgain(turnId('turn_4'), draftId('of before'))]).toEqual(['q1', 'q2', null])
})

test('a private conversation leaves no draft', () => {
  const { sut, log, world } = drafts()
  world.isPrivate = true
  expect([sut.keep(TURN, SECOND), log]).toEqual(['private', []])
})

test('a full disk is told once and tried again until there is room', async () => {
  const { sut, log, world, timers } = drafts()
  world.full = true
  sut.keep(TURN, SECOND)
  await sut.flush()
  timers.pass(5_000)
  await Promise.resolve()
  world.full = false
  timers.pass(5_000)
  await Promise.resolve()
  await Promise.resolve()
  expect(log).toEqual(['notify history-full', 'save draft 1000 ms of talk for wss://host.example: 1 … 2', 'changed'])
})

test('a draft that is sent again stays until its answer begins', async () => {
  const { sut, log } = drafts()
  sut.sendsAgain(TURN, draftId('old'))
  expect(sut.keep(TURN, SECOND)).toBe('kept')
  sut.sendsAgain(turnId('turn_2'), draftId('old'))
  await sut.answered(turnId('turn_2'))
  expect(log).toEqual(['remove old', 'changed'])
})

test('what is kept of the conversation is shown in it, but while it is sent, once it is answered or deleted, and where it has a bubble', async () => {
  const { sut, world } = drafts()
  const shown = () => sut.here.map(({ draft, ms }) => `${draft}, ${String(ms)} ms`)
  const seen: string[][] = []
  const look = () => seen.push(shown())
  sut.keep(TURN, SECOND)
  sut.keep(turnId('turn_2'), SECOND, itemId('q1'))
  look()
  sut.sendsAgain(turnId('turn_3'), draftId('draft'))
  look()
  sut.keep(turnId('turn_3'), SECOND) // it failed again
  look()
  world.talk = 'another'
  look()
  world.talk = 'talk'
  sut.sendsAgain(turnId('turn_4'), draftId('draft'))
  await sut.answered(turnId('turn_4'))
  look()
  sut.keep(turnId('turn_5'), SECOND)
  look()
  sut.forget(draftId('draft 3'))
  look()
  expect(seen).toEqual([['draft, 1000 ms'], [], ['draft, 1000 ms'], [], [], ['draft 3, 1000 ms'], []])
})

test('no more stand in it than can be read', () => {
  const { sut } = drafts()
  for (let at = 0; at < 9; at += 1) sut.keep(turnId(`turn_${String(at)}`), SECOND)
  expect(sut.here.map(({ draft }) => draft)).toEqual([5, 6, 7, 8, 9].map((at) => `draft ${String(at)}`))
})
