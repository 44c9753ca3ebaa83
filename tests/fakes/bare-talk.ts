import { setImmediate } from 'node:timers/promises'
import { createTalk } from '../../src/main/talk/talk'
import type { TalkExtension } from '../../src/main/talk/extension'
import { encodePcm } from '../../src/main/talk/input/pcm-encoder'
import { ClipPlayer } from '../../src/main/talk/output/clip-player'
import type { ErrorTag } from '../../src/shared/errors/errors'
import { ok } from '../../src/shared/result'
import { defaultSettings } from '../../src/shared/settings'
import { FakeAudioPort } from './fake-audio-port'
import { FakeTimers } from './fake-timers'
import { FakeTransport } from './fake-transport'
import { noTrace, silentLogger } from './fake-world'

/** The engine alone, with no feature but what a test gives it; the test plays server, microphone and time. */
export async function bareTalk(extensions: readonly TalkExtension[] = []) {
  const [transport, timers] = [new FakeTransport(), new FakeTimers()]
  const audio = new FakeAudioPort(timers)
  const told: ErrorTag[] = []
  /** What a person is told, and where the connection stands, in their order. */
  const log: string[] = []
  let minted = 0
  const sut = createTalk(
    {
      transport, timers, audio,
      target: () => Promise.resolve(ok({ url: 'ws://test/', headers: {} })),
      wallClock: () => timers.now(),
      random: () => 1,
      mint: () => `own-${String((minted += 1))}`,
      logger: silentLogger,
      trace: { ...noTrace, mark: (name, fields) => name === 'connection' && log.push(String(fields?.['state'])) },
      pressUnsure: () => false,
      clips: new ClipPlayer(audio, () => undefined),
      settings: () => defaultSettings('linux'),
      notify: ({ tag }) => {
        told.push(tag)
        log.push(tag)
      },
      devicesChanged: () => undefined,
      previewFailed: () => undefined,
      clearNotice: () => undefined,
      connected: () => undefined,
      viewChanged: () => undefined,
    },
    extensions,
  )
  const say = (type: string, fields: object = {}) => transport.last.say({ type, ...fields })
  const begin = async () => {
    await setImmediate()
    say('session.created', { session: {} })
    say('session.updated', { session: {} })
  }
  sut.reconnect()
  await begin()
  /** A whole spoken question; false: the press opened nothing. */
  const ask = (): boolean => {
    sut.verbs.press()
    const turn = audio.openTurn
    if (turn === null) return false
    audio.facts.captureReady(turn)
    audio.facts.captureFrame(turn, new Int16Array(12_000))
    sut.verbs.release()
    audio.facts.captureClosed(turn, 12_000)
    return true
  }
  /** A whole answer, heard to its end. */
  const answer = (id: string, words: string) => {
    say('response.created', { response: { id, status: 'in_progress', output: [] } })
    const item = `item_${id}`
    say('response.output_item.added', { response_id: id, item: { id: item, type: 'message', role: 'assistant', content: [] } })
    say('response.output_audio_transcript.delta', { response_id: id, item_id: item, content_index: 0, delta: words })
    say('response.output_audio.delta', { response_id: id, item_id: item, delta: encodePcm(new Int16Array(480).fill(7)) })
    say('response.done', { response: { id, status: 'completed', output: [{ id: item, type: 'message', role: 'assistant', status: 'completed', content: [{ type: 'output_audio', transcript: words }] }] } })
    const played = [...audio.played.keys()].at(-1)
    if (played !== undefined) audio.speaker.untilDrained(played)
  }
  return {
    sut, transport, timers, audio, told, log, say, begin, ask, answer,
    sent: (type: string) => transport.last.sent.filter((event) => event.type === type),
    phase: () => sut.facts().turnPhase,
    texts: () => sut.conversation.current.items.map(({ role, text }) => `${role}: ${text}`),
  }
}
