import { setTimeout as delay } from 'node:timers/promises'
import { systemTimers } from '../../src/main/platform/adapters/system-timers'
import { wsTransport } from '../../src/main/providers/adapters/ws-transport'
import { type PracticeServer, startPracticeServer } from '../support/practice/practice-server'
import type { Assistant } from '../../src/main/app/assistant'
import { FakeAudioPort } from '../fakes/fake-audio-port'
import { fakeHistoryParts } from '../fakes/fake-history-parts'
import { fakeSoundSystem } from '../fakes/fake-sound-system'
import { wholeApp } from '../fakes/whole-app'
import { FakeHotkeys, fakeSecretStore, fakeSettingsStore, noTrace, silentLogger } from '../fakes/fake-world'

const TURNS = 100
/** A session ends this often: far more often than an hour's does, so that the seed weighs. */
const TURNS_A_SESSION = 10
const WORDS = 'a tree stands by the river and its leaves turn in the wind while the boats go by and somebody asks what kind it is'.split(' ')

/** About 400 characters, each another: what a talkative person says in half a minute. */
const question = (turn: number): string => Array.from({ length: 75 }, (_, index) => WORDS[(turn * 7 + index * (1 + (turn % 5))) % WORDS.length]).join(' ')

interface Way {
  readonly name: string
  readonly ends: boolean
  readonly budgetChars?: number
  readonly summaries: boolean
}

const WAYS: readonly Way[] = [
  { name: 'one session, nothing told again', ends: false, summaries: false },
  { name: 'a new session every 10 turns, told everything', ends: true, budgetChars: Number.MAX_SAFE_INTEGER, summaries: false },
  { name: 'a new session every 10 turns, budget without summary', ends: true, summaries: false },
  { name: 'a new session every 10 turns, budget and summary (as shipped)', ends: true, summaries: true },
]

/** What a talk of 100 turns costs, by the practice endpoint's accounting, with and without a budget for what a new session is told. */
async function measure(way: Way): Promise<string> {
  const practice = await startPracticeServer({ pacing: { speed: 1_000, thinkMs: 0 }, faults: way.summaries ? [] : [{ name: 'no-out-of-band' }] })
  const audio = new FakeAudioPort()
  const assistant = assistantWith(practice, audio, way)
  await assistant.start()
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (way.ends && turn > 0 && turn % TURNS_A_SESSION === 0) practice.cut('drop')
    await ask(assistant, audio, question(turn))
  }
  const line = figures(way, practice)
  await assistant.stop()
  await practice.close()
  return line
}

function assistantWith(practice: PracticeServer, audio: FakeAudioPort, { budgetChars }: Way): Assistant {
  return wholeApp({
    transport: wsTransport,
    audio,
    hotkeys: new FakeHotkeys(),
    secretStore: fakeSecretStore(),
    environmentSecrets: {},
    confirm: () => Promise.resolve(true),
    secretUsed: () => undefined,
    secretGone: () => undefined,
    settingsStore: fakeSettingsStore({ earcons: false }),
    timers: systemTimers,
    random: () => 0,
    logger: silentLogger,
    trace: noTrace,
    practice: () => Promise.resolve(practice),
    platform: 'linux',
    keyTried: () => undefined,
    ...fakeSoundSystem,
    ...fakeHistoryParts(),
    keysHeld: () => undefined,
    panelAsked: () => undefined,
    sinks: { view: () => undefined, items: () => undefined },
    ...(budgetChars === undefined ? {} : { restoreBudgetChars: budgetChars }),
  })
}

/** One typed question, answered aloud and heard to its end; then a moment of quiet, in which a summary may be made. */
async function ask(assistant: Assistant, audio: FakeAudioPort, text: string): Promise<void> {
  const heard = new Set(audio.played.keys())
  await until(() => assistant.snapshot().view.connection.state === 'ready')
  assistant.sendText(text)
  const fresh = () => [...audio.played.keys()].find((item) => !heard.has(item))
  await until(() => fresh() !== undefined && audio.calls.includes(`end ${String(fresh())}`))
  const item = fresh()
  if (item !== undefined) audio.facts.playbackDrained(item, audio.samplesPlayed(item), 0)
  await until(() => assistant.snapshot().view.phase === 'idle')
  await delay(20)
}

async function until(check: () => boolean): Promise<void> {
  for (const start = Date.now(); !check(); await delay(2)) if (Date.now() - start > 10_000) throw new Error(`it did not come: ${check.toString()}`)
}

function figures({ name }: Way, { sessions }: PracticeServer): string {
  const sum = (of: (session: PracticeServer['sessions'][number]) => number) => sessions.reduce((total, session) => total + of(session), 0)
  const input = sum(({ usage }) => usage.input_tokens)
  const cached = sum(({ usage }) => usage.input_token_details.cached_tokens)
  const summaries = sum((session) => session.summaries.filter(({ outcome }) => outcome === 'completed').length)
  const spent = sum((session) => session.summaries.reduce((tokens, { usage }) => tokens + (usage?.total_tokens ?? 0), 0))
  return [
    name,
    `  sessions ${String(sessions.length)}, items told again ${String(sum(({ restoredItems }) => restoredItems))}, summaries ${String(summaries)} (${String(spent)} tokens)`,
    `  input ${String(input)} tokens, of them ${String(cached)} cached and ${String(input - cached)} not; audio ${String(sum(({ usage }) => usage.input_token_details.audio_tokens))}; output ${String(sum(({ usage }) => usage.output_tokens))}`,
  ].join('\n')
}

for (const way of WAYS) console.log(await measure(way))
