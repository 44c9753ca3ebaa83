import { setTimeout as delay } from 'node:timers/promises'
import type { Endpoint } from './endpoint'
import type { Inspector } from './inspector'
import { kindOf, msOf, spentSince, threadTimes, treeOf } from './processes'
import { type ProfileSum, sumUp } from './profile'
import type { Program } from './program'

const SPAN_MS = 20_000
const SETTLED_MS = 2_000
const BEGUN_WITHIN_MS = 20_000
const BYTES_PER_MS = 48
/** A span in which less than this of the sound was sent has not measured what it says. */
const LEAST_SENT = 0.9

/** The machine was too busy for sound: nothing was measured. */
export class SoundLost extends Error {}

export interface TwoWay {
  /** Of the sound of the span, the share that reached the server. */
  readonly sent: number
  readonly mainCpuMs: number
  /** Its main thread alone: what runs JavaScript. */
  readonly threadCpuMs: number
  readonly allCpuMs: number
  readonly pagesCpuMs: number
  readonly gpuCpuMs: number
  readonly script: ProfileSum
}

/** Main's time while sound goes both ways: first unobserved, for the processor's time, then sampled, for JavaScript's. */
export async function measureTwoWay({ pid }: Program, inspector: Inspector, endpoint: Endpoint, isPlaying: () => Promise<unknown>): Promise<TwoWay> {
  await untilSo('an answer that plays', isPlaying)
  await delay(SETTLED_MS)
  const pids = treeOf(pid)
  const before = threadTimes(pids)
  const sentBefore = await endpoint.appendedBytes()
  await delay(SPAN_MS)
  const spent = spentSince(before, threadTimes(pids))
  const sentAfter = await endpoint.appendedBytes()
  const sent = (sentAfter - sentBefore) / BYTES_PER_MS / SPAN_MS
  const script = sumUp(await inspector.profile(() => delay(SPAN_MS)))
  if (sent < LEAST_SENT || (await isPlaying()) !== true) throw new SoundLost(`Sound did not go both ways all along: ${sent.toFixed(3)} of it was sent.`)
  const ofKind = (kind: string) => msOf(spent.filter(({ process }) => kindOf(process) === kind))
  return {
    sent,
    mainCpuMs: msOf(spent.filter(({ process }) => process === pid)),
    threadCpuMs: msOf(spent.filter(({ thread }) => thread === pid)),
    allCpuMs: msOf(spent),
    pagesCpuMs: ofKind('renderer'),
    gpuCpuMs: ofKind('gpu-process'),
    script,
  }
}

export async function untilSo(what: string, asks: () => Promise<unknown>): Promise<void> {
  for (const start = Date.now(); (await asks()) !== true; await delay(100)) {
    if (Date.now() - start > BEGUN_WITHIN_MS) throw new Error(`It never came to ${what}.`)
  }
}
