import { afterEach, expect, vi } from 'vitest'
import { systemTimers } from '../../../src/main/platform/adapters/system-timers'
import { wsTransport } from '../../../src/main/providers/adapters/ws-transport'
import type { TalkExtension } from '../../../src/main/talk/extension'
import { ClipPlayer } from '../../../src/main/talk/output/clip-player'
import { createTalk } from '../../../src/main/talk/talk'
import type { AppError } from '../../../src/shared/errors/errors'
import { ok } from '../../../src/shared/result'
import { defaultSettings } from '../../../src/shared/settings'
import { FakeAudioPort } from '../../fakes/fake-audio-port'
import { noTrace, silentLogger } from '../../fakes/fake-world'
import { type PracticeOptions, startPracticeServer } from '../../support/practice/practice-server'
import { ramp } from './loop'

const cleanUp: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})

/** The engine over a real socket to the practice endpoint, with no feature but what a test gives it. */
export async function startEngine(extensions: readonly TalkExtension[] = [], options: PracticeOptions = {}, world: { readonly shortestLifeMs?: number } = {}) {
  /** What the app has sent, one type after the other, over all sessions: by its own account, however busy the machine is. */
  const sent: string[] = []
  /** When the app was told that an answer is over, and when it sent an item. */
  const times = { done: [] as number[], item: [] as number[] }
  const practice = await startPracticeServer({ ...options })
  const audio = new FakeAudioPort()
  const told: AppError[] = []
  const sut = createTalk(
    {
      transport: wsTransport, audio, timers: systemTimers, wallClock: Date.now, random: () => 0.2, mint: () => crypto.randomUUID(),
      target: () => Promise.resolve(ok({ url: `${practice.url}?model=practice`, headers: { authorization: `Bearer ${practice.token}` } })),
      logger: silentLogger,
      trace: {
        ...noTrace,
        clientEvent: ({ type }) => {
          sent.push(String(type))
          if (type === 'conversation.item.create') times.item.push(performance.now())
        },
        serverText: (text) => {
          if (text.includes('"response.done"')) times.done.push(performance.now())
        },
      },
      pressUnsure: () => false,
      clips: new ClipPlayer(audio, () => undefined),
      settings: () => defaultSettings('linux'),
      notify: (error) => void told.push(error),
      devicesChanged: () => undefined,
      previewFailed: () => undefined,
      clearNotice: () => undefined,
      connected: () => undefined,
      viewChanged: () => undefined,
      ...world,
    },
    extensions,
  )
  cleanUp.push(() => practice.close(), () => sut.stop())
  sut.reconnect()
  const until = (check: () => boolean) => vi.waitFor(() => expect(check()).toBe(true), { timeout: 10_000, interval: 10 })
  await until(() => sut.facts().connection.name === 'ready')
  /** The page plays what it was given of the newest answer. */
  const drain = () => {
    const item = [...audio.played.keys()].at(-1)
    if (item !== undefined) audio.facts.playbackDrained(item, audio.samplesPlayed(item), 0)
  }
  /** So many answers in all, heard to the end. */
  const heard = async (answers: number) => {
    await until(() => audio.played.size === answers && !sut.facts().responding)
    drain()
    await until(() => sut.facts().turnPhase === 'idle')
  }
  /** A whole spoken question of a second. */
  const speak = () => {
    sut.verbs.press()
    const turn = audio.openTurn
    if (turn === null) throw new Error('the press opened nothing')
    audio.facts.captureReady(turn)
    const speech = ramp(24_000)
    for (let at = 0; at < speech.length; at += 480) audio.facts.captureFrame(turn, speech.slice(at, at + 480))
    sut.verbs.release()
    audio.facts.captureClosed(turn, speech.length)
  }
  return { sut, audio, told, sent, times, practice, until, drain, heard, speak }
}

export type Engine = Awaited<ReturnType<typeof startEngine>>
