import { existsSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ElectronRuntime } from '../lib/electron-runtime.mjs'
import { ROOT } from '../lib/paths.mjs'
import { Stop } from '../lib/stop.mjs'
import { type Rig, startRig } from '../rig/rig'
import { assess } from './verdict/assess'
import type { DemoOptions } from './command-line'
import { interruptible } from './scenes/interruptible'
import { perform, type Performance } from './verdict/performance'
import { type DemoReport, reportText } from './report'
import { QUESTION } from './scenes/documents'
import { prepareVoice } from './scenes/voice'

const INTERRUPTED = 130

/** Runs the demo to its report; resolves with the exit code. */
export async function runDemo(options: DemoOptions, prepare: () => Promise<ElectronRuntime>): Promise<number> {
  refuseWithoutKey(options)
  const runtime = await prepare()
  console.log('Parley runs on a screen, microphone and loudspeaker of its own …')
  const outcome = await interruptible((signal) => withRig((rig) => demoIn(rig, runtime, options, signal)))
  if (outcome !== 'interrupted') return outcome ? 0 : 1
  console.log('Interrupted; everything is stopped.')
  return INTERRUPTED
}

function refuseWithoutKey({ endpoint, key }: DemoOptions): void {
  if (endpoint.kind !== 'openai' || key !== null || existsSync(join(ROOT, '.env'))) return
  throw new Stop('For OpenAI the demo needs a key: set OPENAI_API_KEY, or leave --endpoint away to talk to the practice endpoint.')
}

async function withRig<T>(work: (rig: Rig) => Promise<T>): Promise<T> {
  const rig = await startRig()
  try {
    return await work(rig)
  } finally {
    await rig.stop()
  }
}

/** Resolves with whether the turn was completed. */
async function demoIn(rig: Rig, runtime: ElectronRuntime, options: DemoOptions, signal: AbortSignal): Promise<boolean> {
  const start = Date.now()
  const voice = await prepareVoice(options.wav, rig.folder, options.askKnowledge ? QUESTION : undefined)
  const run = await perform({ rig, runtime, options, voice, signal })
  const { report, echo } = assess(options, voice, run)
  if (options.out !== null) await keep(run, options.out)
  if (options.json !== null) await writeJson(report, options.json)
  console.log(reportText(report, echo, (Date.now() - start) / 1_000))
  return report.ok
}

async function keep({ reply, panel, wireFile }: Performance, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  if (reply.length > 0) await writeFile(join(folder, 'reply.wav'), reply)
  if (panel !== null) await writeFile(join(folder, 'panel.png'), panel)
  if (existsSync(wireFile)) await copyFile(wireFile, join(folder, 'wire.jsonl'))
}

async function writeJson(report: DemoReport, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
}
