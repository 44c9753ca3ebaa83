import { afterEach, expect, vi } from 'vitest'
import { systemTimers } from '../../../src/main/platform/adapters/system-timers'
import { wsTransport } from '../../../src/main/providers/adapters/ws-transport'
import { type PracticeOptions, startPracticeServer } from '../../support/practice/practice-server'
import type { AssistantParts } from '../../../src/main/app/assistant-types'
import { wholeApp } from '../../fakes/whole-app'
import { originOf } from '../../../src/shared/providers/servers'
import type { ProfileId } from '../../../src/shared/providers/profiles/profile'
import type { ItemId } from '../../../src/shared/ids'
import type { KeyTry } from '../../../src/shared/ipc/hotkeys'
import { FakeAudioPort } from '../../fakes/fake-audio-port'
import { FakeHistoryStore } from '../../fakes/fake-history-store'
import { fakeHistoryParts } from '../../fakes/fake-history-parts'
import { fakeSoundSystem } from '../../fakes/fake-sound-system'
import { FakeHotkeys, fakeSecretStore, fakeSettingsStore, noTrace, silentLogger } from '../../fakes/fake-world'

/** The whole main side but Electron: real services, real socket, real practice endpoint; only ears, mouth and keys are played. */
const cleanUp: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})

export async function startLoop(options: PracticeOptions = {}, settings: Parameters<typeof fakeSettingsStore>[0] = {}, parts: Pick<AssistantParts, 'shortestLifeMs'> = {}, plays: ProfileId | null = null) {
  const practice = await startPracticeServer({ forgives: [], ...options })
  /** As a server of somebody's own, of which the person has said what it is. */
  const origin = originOf(practice.url)
  const asNamed = plays === null ? {} : { endpoint: { kind: 'custom' as const, url: practice.url }, confirmedServers: [origin], serverProfiles: { [origin]: plays } }
  const audio = new FakeAudioPort()
  const tried: KeyTry[] = []
  const history = new FakeHistoryStore('new')
  const assistant = wholeApp({
    transport: wsTransport,
    audio,
    hotkeys: new FakeHotkeys(),
    secretStore: fakeSecretStore(),
    environmentSecrets: plays === null ? {} : { [origin]: practice.token },
    confirm: () => Promise.resolve(true),
    secretUsed: () => undefined,
    secretGone: () => undefined,
    settingsStore: fakeSettingsStore({ ...asNamed, ...settings }),
    timers: systemTimers,
    random: () => 0.2,
    logger: silentLogger,
    trace: noTrace,
    practice: () => Promise.resolve(practice),
    platform: 'linux',
    keyTried: (now) => tried.push(now),
    ...fakeSoundSystem,
    ...fakeHistoryParts(history),
    ...parts,
    keysHeld: () => undefined,
    panelAsked: () => undefined,
    sinks: { view: () => undefined, items: () => undefined },
  })
  cleanUp.push(() => practice.close(), () => assistant.stop())
  await assistant.start()
  const view = () => assistant.snapshot().view
  const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 })
  const ready = () => until(() => expect(view().connection.state).toBe('ready'))
  return { practice, audio, assistant, history, tried, view, until, ready }
}

export type Loop = Awaited<ReturnType<typeof startLoop>>

export const ramp = (samples: number): Int16Array => Int16Array.from({ length: samples }, (_, index) => (index % 2_000) * 10)

/** Half a second of a ramp, in 20 ms frames, as the capture worklet would send it. */
export function speak({ audio, assistant }: Loop): Int16Array {
  const speech = ramp(12_000)
  assistant.press()
  const turn = audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  audio.facts.captureReady(turn)
  for (let at = 0; at < speech.length; at += 480) audio.facts.captureFrame(turn, speech.slice(at, at + 480))
  assistant.release()
  audio.facts.captureClosed(turn, speech.length)
  return speech
}

export const firstPlayed = ({ audio }: Loop): ItemId => {
  const [item] = audio.played.keys()
  if (item === undefined) throw new Error('nothing was played')
  return item
}

export const samplesOf = (audio: Buffer | undefined): number[] =>
  audio === undefined ? [] : [...new Int16Array(audio.buffer.slice(audio.byteOffset, audio.byteOffset + audio.byteLength))]

/** Loud enough for any voice detector; each frame can be told from the others. */
export const loud = (count: number): readonly Int16Array[] =>
  Array.from({ length: count }, (_, number) => Int16Array.from({ length: 480 }, (_sample, index) => (index % 40 < 20 ? 12_000 : -12_000) + number))
export const quiet = (count: number): readonly Int16Array[] => Array.from({ length: count }, () => new Int16Array(480))

export function hear({ audio }: Loop, frames: readonly Int16Array[]): void {
  const turn = audio.openTurn
  if (turn === null) throw new Error('the gate is shut')
  for (const pcm of frames) audio.facts.captureFrame(turn, pcm)
}
