import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/lib/app-build.mjs'
import { startRig, type Rig } from '../../scripts/rig/rig'
import type { TalkMode } from '../../src/shared/settings'
import { startApp, type App } from '../e2e/support/app/app'
import { recordSentences } from '../e2e/support/cuts/script'
import { startIn } from '../e2e/support/talk/hands-free'
import { rolling, handoversSince, type Rolling } from '../e2e/support/talk/rolling'
import { heardTurns, lostSamples, wrongWithRolling } from '../e2e/support/talk/rolling-checks'
import { holdAndSay, mark } from '../e2e/support/app/talking'

const HELP = `Talks over sessions that live for seconds: the long form of tests/e2e/talk/handover.test.ts.

  npm run soak:handover -- [options]

  --turns N      held turns (30); a third as many follow hands-free
  --lifetime S   seconds that a session lives (12); much less, and an answer may fill all the time there is for a change`

interface Scene {
  readonly mode: TalkMode
  readonly turns: number
  readonly say: (wav: string) => Promise<void>
}

const { values } = parseArgs({ options: { turns: { type: 'string', default: '30' }, lifetime: { type: 'string', default: '12' }, help: { type: 'boolean', default: false } } })

/** Resolves with the exit code. */
async function soak(turns: number, lifetimeSeconds: number): Promise<number> {
  await ensureBuilt()
  const rig = await startRig()
  try {
    const wavs = await recordSentences(rig)
    const app = await startApp(rig, { args: ['--short-sessions'] })
    const held = await play(app, wavs, lifetimeSeconds, rig, { mode: 'hold', turns, say: (wav) => holdTurn(rig, app, wav) })
    await app.page.evaluate(() => window.assistant.newConversation({ private: false }))
    const free = await play(app, wavs, lifetimeSeconds, rig, { mode: 'hands-free', turns: Math.ceil(turns / 3), say: (wav) => freeTurn(rig, app, wav) })
    await app.close()
    return held + free === 0 ? 0 : 1
  } finally {
    await rig.stop()
  }
}

async function holdTurn(rig: Rig, app: App, wav: string): Promise<void> {
  const released = await holdAndSay(rig, app, wav)
  await app.trace.untilPhase('idle', { since: released.at })
}

async function freeTurn(rig: Rig, app: App, wav: string): Promise<void> {
  const since = app.trace.now()
  await rig.speak(wav)
  await mark(app, 'playbackDrained', since)
}

/** Resolves with how much was wrong. */
async function play(app: App, wavs: readonly string[], lifetimeSeconds: number, rig: Rig, scene: Scene): Promise<number> {
  const rolled = await rolling(rig, app, lifetimeSeconds, async () => {
    await startIn(app, scene.mode) // another server begins in hold-to-talk
    for (let turn = 0; turn < scene.turns; turn += 1) await scene.say(wavs[turn % wavs.length] ?? '')
  })
  const lost = scene.mode === 'hold' ? lostSamples(rolled) : 0
  const wrong = [...(await wrongWithRolling(rolled, scene.turns)), ...(lost === 0 ? [] : [`${String(lost)} samples were lost`])]
  tell(scene, rolled, wrong)
  await rolled.practice.close()
  return wrong.length
}

function tell({ mode, turns }: Scene, rolled: Rolling, wrong: readonly string[]): void {
  const taken = handoversSince(rolled.app, rolled.since).slice(0, rolled.sessions.length - 1)
  const heard = heardTurns(rolled)
  const least = Math.min(...heard.map(({ coefficient }) => coefficient))
  const most = (of: 'missingMs' | 'slipMs') => Math.max(...heard.map((turn) => turn[of]))
  console.log(
    `${mode}: ${String(turns)} turns, ${String(taken.length)} roll-overs (${String(taken.filter(({ late }) => late === true).length)} late), ${String(rolled.sessions.length)} sessions; ` +
      `least likeness ${least.toFixed(4)}, most missing ${String(most('missingMs'))} ms, most slip ${String(most('slipMs'))} ms, ` +
      `${String(heard.reduce((sum, { underruns }) => sum + underruns, 0))} underruns; ${String(wrong.length)} wrong`,
  )
  for (const sentence of wrong) console.log(`  ${sentence}`)
}

if (values.help) console.log(HELP)
else process.exitCode = await soak(Number(values.turns), Number(values.lifetime))
