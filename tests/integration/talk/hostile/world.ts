import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises'
import type { Logger, Timers } from '../../../../src/main/platform/ports'
import { wholeApp } from '../../../fakes/whole-app'
import type { ConversationItem } from '../../../../src/shared/conversation'
import { FakeHistoryStore } from '../../../fakes/fake-history-store'
import { fakeHistoryParts } from '../../../fakes/fake-history-parts'
import { fakeSoundSystem } from '../../../fakes/fake-sound-system'
import { FakeTimers } from '../../../fakes/fake-timers'
import { FakeHotkeys, fakeSecretStore, fakeSettingsStore, noTrace, silentLogger } from '../../../fakes/fake-world'
import { bellFeature } from './bell'
import { Dice } from './dice'
import { HostileServer } from './hostile-server'
import { Judge } from './judge'
import { HonestPage } from './page'
import { type Manners } from './plan'
import { countWire } from './wire-count'

const QUANTUM_MS = 20
/** A handshake of the real sockets takes some ms of real time; on a busy machine some hundred. */
const SETTLING_ROUNDS = 5_000
const STRIDE_MS = 200
/** Wall time of the simulated day. */
const EPOCH_MS = 1_800_000_000_000

const words = (cause: unknown): string => (cause instanceof Error ? `${cause.message} ${cause.stack?.split('\n')[1]?.trim() ?? ''}` : String(cause))

/** The whole main side with its real socket, a hostile server, a page and a clock that passes as fast as it can. */
/** `trace` hears of everything on the wire, for whoever looks into one script. */
export async function openWorld(manners: Manners, trace?: (line: string) => void) {
  const page = new HonestPage()
  const judge = new Judge(page)
  const threw = (cause: unknown) => judge.fault('threw', words(cause))
  process.on('unhandledRejection', threw)
  const clock = new FakeTimers()
  const timers: Timers = {
    now: () => clock.now(),
    after: (ms, run) =>
      clock.after(ms, () => {
        try {
          run()
        } catch (cause) {
          threw(cause)
        }
      }),
  }
  const state = { manners, serverAt: 0, marks: 0, numbers: 0 }
  const wire = countWire(threw)
  const server = new HostileServer({
    timers,
    manners: () => state.manners,
    nextMark: () => (state.marks < 99 ? (state.marks += 1) : null),
    nextNumber: () => (state.numbers += 1),
    asked: (request, running) => judge.asked(request, running),
    refused: (request) => judge.refused(request, clock.now()),
    answering: (answer) => judge.answers.push(answer),
    announced: (answer) => judge.announced(answer),
    sounds: (answer) => judge.sounds(answer, clock.now()),
    answeredTwice: (call) => judge.fault('a call was answered twice', call),
    sent: (text) => {
      trace?.(`${String(clock.now())} < ${text.slice(0, 220)}`)
      state.serverAt = clock.now()
      wire.activity += 1
    },
  })
  const history = new FakeHistoryStore('new')
  const hotkeys = new FakeHotkeys()
  const dice = new Dice(7)
  const logger: Logger = { ...silentLogger, error: (text, fields) => judge.fault('logged an error', `${text} ${JSON.stringify(fields ?? {})}`) }
  const url = await server.start()
  const assistant = wholeApp(
    {
    ...fakeSoundSystem,
    ...fakeHistoryParts(history),
    transport: wire.transport,
    audio: page,
    hotkeys,
    secretStore: fakeSecretStore(),
    environmentSecrets: {},
    secretUsed: () => undefined,
    secretGone: () => undefined,
    confirm: () => Promise.resolve(true),
    settingsStore: fakeSettingsStore({ onboarding: 'done', keepAudio: true, sleepAfterMinutes: 1 }),
    timers,
    wallClock: () => EPOCH_MS + clock.now(),
    random: () => dice.next(),
    logger,
    trace: { ...noTrace, mark: (name, fields) => trace?.(`${String(clock.now())} = ${name} ${JSON.stringify(fields ?? {})}`), clientEvent: (event) => event['type'] !== 'input_audio_buffer.append' && trace?.(`${String(clock.now())} > ${JSON.stringify(event).slice(0, 220)}`) },
    practice: () => Promise.resolve({ url, token: 'hostile' }),
    platform: 'linux',
    keyTried: () => undefined,
    keysHeld: () => undefined,
    panelAsked: () => undefined,
    sinks: { view: () => undefined, items: () => undefined },
    },
    [bellFeature(timers, judge)],
  )

  /** Everything that is under way on the sockets has arrived, and what that led to, too. */
  async function settle(): Promise<void> {
    for (let round = 0; round < SETTLING_ROUNDS; round += 1) {
      const before = wire.activity + server.received
      clock.pass(0)
      await server.barrier()
      await turn()
      const calm = wire.unsettled.size === 0 && !server.isClosing
      if (calm && before === wire.activity + server.received) return
      if (!calm) await delay(1)
    }
    judge.fault('the sockets do not settle')
  }

  function evaluate(): void {
    const { view, items } = assistant.snapshot()
    judge.freely = view.mode === 'hands-free' || view.switching
    judge.evaluate({ now: clock.now(), view, items, escapeWatched: hotkeys.escapeWatched, serverAt: state.serverAt })
  }

  async function pass(ms: number): Promise<void> {
    let seen = -1
    for (let left = ms, quanta = 0; left > 0; ) {
      const slice = page.isBusy || page.voice !== 0 ? QUANTUM_MS : Math.min(left, STRIDE_MS)
      clock.pass(slice)
      if (slice === QUANTUM_MS) page.quantum()
      left -= slice
      quanta += 1
      if (wire.activity !== seen || (page.isListening && quanta % 10 === 0)) await settle()
      seen = wire.activity
      evaluate()
    }
  }

  const stored = (): readonly ConversationItem[] => [...history.talks.keys()].flatMap((id) => history.stored(id).map(({ item }) => item))
  const ledgerBytes = (): number => [...history.segments.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  const view = () => assistant.snapshot().view
  return {
    assistant, page, judge, server, state, wire, history, settle, pass, view, stored, ledgerBytes,
    now: () => clock.now(),
    close: async () => {
      await assistant.stop()
      await settle()
      await server.stop()
      await turn()
      process.off('unhandledRejection', threw)
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
