import { wholeApp } from '../../fakes/whole-app'
import { encodePcm } from '../../../src/main/talk/input/pcm-encoder'
import type { ErrorTag } from '../../../src/shared/errors/errors'
import { FakeAudioPort } from '../../fakes/fake-audio-port'
import { fakeHistoryParts } from '../../fakes/fake-history-parts'
import { FakeHistoryStore } from '../../fakes/fake-history-store'
import { fakeSoundSystem } from '../../fakes/fake-sound-system'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeTransport } from '../../fakes/fake-transport'
import { FakeHotkeys, fakeSecretStore, fakeSettingsStore, noTrace, silentLogger } from '../../fakes/fake-world'

export const settled = () => new Promise((resolve) => setImmediate(resolve))

/** The whole main side but Electron, with a session that is ready; a test plays the server and time. `room`: how many chunks the player takes. */
export async function talkingWorld(settings: Parameters<typeof fakeSettingsStore>[0] = {}, room?: number) {
  const transport = new FakeTransport()
  const timers = new FakeTimers()
  const [audio, hotkeys, history] = [new FakeAudioPort(timers, room), new FakeHotkeys(), new FakeHistoryStore('new')]
  const told: ErrorTag[] = []
  /** What the app calls what the server named. */
  const own = new Map<unknown, string>()
  const sut = wholeApp({
    transport,
    audio,
    hotkeys,
    secretStore: fakeSecretStore(),
    environmentSecrets: {},
    confirm: () => Promise.resolve(true),
    secretUsed: () => undefined,
    secretGone: () => undefined,
    settingsStore: fakeSettingsStore(settings),
    timers,
    random: () => 1,
    logger: silentLogger,
    trace: {
      ...noTrace,
      mark: (name, fields) => {
        if (name === 'notice') told.push(fields?.['tag'] as ErrorTag)
        if (name === 'named') own.set(fields?.['wire'], String(fields?.['item']))
      },
    },
    practice: () => Promise.resolve({ url: 'ws://127.0.0.1:9/v1/realtime', token: 't' }),
    platform: 'linux',
    keyTried: () => undefined,
    ...fakeSoundSystem,
    ...fakeHistoryParts(history),
    keysHeld: () => undefined,
    panelAsked: () => undefined,
    sinks: { view: () => undefined, items: () => undefined },
  })
  await sut.start()
  await settled()
  const say = (type: string, fields: object = {}) => transport.last.say({ type, ...fields })
  say('session.created', { session: {} })
  say('session.updated', { session: {} })
  const sent = (type: string) => transport.last.sent.filter((event) => event.type === type)
  return {
    sut,
    transport,
    timers,
    audio,
    hotkeys,
    history,
    told,
    say,
    sent,
    view: () => sut.snapshot().view,
    items: () => sut.snapshot().items.map(({ role, text, status, heardChars }) => ({ role, text, status, heardChars })),
    /** The server pings, so the connection is alive. */
    wait: (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        timers.pass(1_000)
        transport.last.listener.alive()
      }
    },
    /** A whole spoken question. */
    ask: () => {
      sut.press()
      const turn = audio.openTurn
      if (turn === null) throw new Error('the press opened nothing')
      audio.facts.captureReady(turn)
      audio.facts.captureFrame(turn, new Int16Array(12_000))
      sut.release()
      audio.facts.captureClosed(turn, 12_000)
    },
    handsFree: () => {
      sut.setMode('hands-free')
      say('session.updated', { session: {} })
    },
    created: (id: string | undefined) => say('response.created', { response: { id, status: 'in_progress', output: [] } }),
    sound: (fields: object, samples = 480) => say('response.output_audio.delta', { ...fields, delta: encodePcm(new Int16Array(samples).fill(7)) }),
    words: (fields: object, delta: string) => say('response.output_audio_transcript.delta', { ...fields, delta }),
    done: (response: object) => say('response.done', { response: { status: 'completed', output: [], ...response } }),
    /** Time passes until the loudspeaker has rendered all that it was given of the item. */
    drain: (wire: string) => audio.speaker.untilDrained(own.get(wire) ?? wire),
    /** Samples that went to the loudspeaker. */
    played: () => [...audio.played.keys()].reduce((sum, item) => sum + audio.samplesPlayed(item), 0),
  }
}

export type TalkingWorld = Awaited<ReturnType<typeof talkingWorld>>

/** An answer as some server announces, names and ends it. */
export const said = (id: string, text = 'Hello there.') => ({
  id,
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_audio', transcript: text }],
})
