import { afterEach, expect, test, vi } from 'vitest'
import { systemTimers } from '../../../src/main/platform/adapters/system-timers'
import { startPracticeServer } from '../../../src/main/practice/server/server'
import { wsTransport } from '../../../src/main/providers/adapters/ws-transport'
import { ClipPlayer } from '../../../src/main/talk/output/clip-player'
import { createTalk } from '../../../src/main/talk/talk'
import type { AppError } from '../../../src/shared/errors/errors'
import { ok } from '../../../src/shared/result'
import { defaultSettings } from '../../../src/shared/settings'
import { FakeAudioPort } from '../../fakes/fake-audio-port'
import { noTrace, silentLogger } from '../../fakes/fake-world'
import { ramp } from '../support/loop'

const cleanUp: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})

/** The engine over a real socket to the practice endpoint, without a single feature. */
async function engine() {
  const practice = await startPracticeServer({})
  const audio = new FakeAudioPort()
  const told: AppError[] = []
  const mint = () => crypto.randomUUID()
  const sut = createTalk(
    {
      transport: wsTransport, audio, timers: systemTimers, wallClock: Date.now, random: () => 0.2, mint,
      target: () => Promise.resolve(ok({ url: `${practice.url}?model=practice`, headers: { authorization: `Bearer ${practice.token}` } })),
      logger: silentLogger,
      trace: noTrace,
      pressUnsure: () => false,
      clips: new ClipPlayer(audio, () => undefined),
      settings: () => defaultSettings('linux'),
      notify: (error) => void told.push(error),
      devicesChanged: () => undefined,
      previewFailed: () => undefined,
      clearNotice: () => undefined,
      connected: () => undefined,
      viewChanged: () => undefined,
    },
    [],
  )
  cleanUp.push(() => practice.close(), () => sut.stop())
  sut.reconnect()
  const until = (check: () => boolean) => vi.waitFor(() => expect(check()).toBe(true), { timeout: 10_000, interval: 10 })
  await until(() => sut.facts().connection.name === 'ready')
  /** The page plays what it was given. */
  const heard = async (answers: number) => {
    await until(() => audio.played.size === answers && !sut.facts().responding)
    const item = [...audio.played.keys()].at(-1)
    if (item !== undefined) audio.facts.playbackDrained(item, audio.samplesPlayed(item), 0)
    await until(() => sut.facts().turnPhase === 'idle')
  }
  return { sut, audio, told, heard, until }
}

test('a whole conversation, spoken and typed, over two sessions, needs no extension', async () => {
  const { sut, audio, told, heard, until } = await engine()
  sut.verbs.press()
  const turn = audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  audio.facts.captureReady(turn)
  const speech = ramp(24_000)
  for (let at = 0; at < speech.length; at += 480) audio.facts.captureFrame(turn, speech.slice(at, at + 480))
  sut.verbs.release()
  audio.facts.captureClosed(turn, speech.length)
  await heard(1)
  sut.submit({ kind: 'text', text: 'And typed?' })
  await heard(2)
  sut.reconnect()
  await until(() => sut.facts().connection.name === 'ready')
  sut.submit({ kind: 'text', text: 'Still there?' })
  await heard(3)
  const items = sut.conversation.current.items
  expect({ roles: items.map(({ role }) => role), words: items.every(({ text }) => text !== ''), told }).toEqual({
    roles: ['user', 'assistant', 'user', 'assistant', 'user', 'assistant'],
    words: true,
    told: [],
  })
})
