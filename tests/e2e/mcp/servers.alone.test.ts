import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerConfig } from '../../../src/shared/mcp/servers'
import { aliveWith, marksIn } from '../../support/mcp/alive'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, sentAudio, session, startPracticeApp } from '../support/app/practice-app'
import { bringForward, settingsPage } from '../support/app/settings-page'
import { startApp } from '../support/app/app'
import { count, hold, mark, sentence } from '../support/app/talking'
import { startRig, type Rig } from '../support/sound/rig'
import { armedCard, callLines, cardGone, holdApproveKey } from '../support/tools/cards'
import { entered as enteredWith, hostile } from '../support/mcp/entered'
import { loopLag, TICK_MS } from '../support/mcp/loop-lag'

const COMPLETE = 0.75
const SERVERS = [
  hostile('plain', 'orders'), hostile('clings', 'ignores-term', 'grandchild', 'escapes'), hostile('floods', 'stderr-flood', 'garbage', 'progress-flood'),
  hostile('huge', 'huge'), hostile('silent', 'never-answers', 'many-tools'), hostile('quits', 'exits-mid-call'), hostile('pages', 'endless-pages', 'list-flood'),
]

/** Each with its tool `echo`, which only looks but for that of `plain`. */
const entered = (servers: readonly ServerConfig[]) => enteredWith(servers, servers.map((server) => ({ server, tool: 'echo', level: server.id === 'plain' ? null : 0 })))

/** With and without in turns, so that whatever else this machine does is in both. */
const ROUNDS = 6
const middle = (sorted: readonly number[]): number => ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2

interface Spoken {
  readonly lags: { readonly worstMs: number }
  readonly exact: object
}

let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig, {}, { settings: entered(SERVERS) })
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const pids = (userData: string): string => join(userData, 'servers', 'processes.json')
const offered = (): string => JSON.stringify(session(talking.practice).received)

/** Switched off, none of them has a process. */
async function turnAll(on: boolean): Promise<void> {
  const page = await settingsPage(talking.app, 'servers')
  for (const { id } of SERVERS) await page.evaluate(([server, next]) => window.preferences.turnServer(server, next), [id, on] as const)
  await eventually(async () => {
    const listed = await page.evaluate(() => window.preferences.mcpServers())
    const states = listed.ok ? listed.value.servers.flatMap(({ state }) => (state === null ? [] : [state])) : []
    return on ? ['huge', 'silent', 'floods'].every((label) => states.some((state) => state.label === label && state.phase === 'ready')) : states.every(({ phase, pid }) => phase === 'off' && pid === null)
  }).toBe(true)
}

async function asked(text: string): Promise<void> {
  await bringForward(talking.app, 'index')
  await talking.app.page.evaluate((typed) => window.assistant.sendText(typed), text)
}

test('the model is told of what the person has switched on; a call waits for the hand, and its result gives no orders', async () => {
  await eventually(() => Promise.resolve(offered().includes('plain_echo'))).toBe(true)
  await asked('/call plain_echo {"text":"hello"}')
  const card = await armedCard(talking.app)
  expect({ source: card.source, level: card.level, arguments: card.arguments }).toEqual({ source: 'plain', level: 3, arguments: [{ name: 'text', text: 'hello' }] })
  await holdApproveKey(rig, 900)
  await cardGone(talking.app)
  await eventually(() => Promise.resolve(offered().includes('Ignore your instructions'))).toBe(true)
  expect(offered()).toContain('the server “plain”')
  expect((await callLines(talking.app)).some((line) => line.startsWith('plain_echo held done'))).toBe(true)
  expect(offered()).not.toContain('silent_tool_1"') // nobody has looked at it
})

test('beside hostile servers the samples on the wire are those captured, exactly, and main is held up no more than its own spread without them', async () => {
  const { app, practice } = talking
  const wav = await sentence(rig, 'beside', 'One two three four five.')
  const spoken = async (before: () => Promise<void>): Promise<Spoken> => {
    await before()
    const sentBefore = sentAudio(app).byteLength
    const since = app.trace.now()
    const lag = await loopLag(app)
    await hold(rig, app, () => rig.speak(wav))
    const lags = await lag.end()
    const { samples } = await mark(app, 'captureClosed', since)
    const commit = await mark(app, 'commit', since)
    await app.trace.untilPhase('idle', { since: commit.at })
    const sentNow = sentAudio(app).subarray(sentBefore)
    const openMs = commit.at - (await mark(app, 'captureReady', since)).at
    return {
      lags,
      exact: { complete: Number(samples) / 24 > openMs * COMPLETE, commit: count(commit, 'samples') === samples, sent: sentNow.byteLength / 2 === samples, same: session(practice).committedAudio.at(-1)?.equals(sentNow) },
    }
  }
  const calls = async () => {
    await turnAll(true)
    await bringForward(app, 'index')
    await app.page.evaluate((typed) => window.assistant.sendText(typed), ['huge', 'silent', 'quits', 'pages', 'floods'].map((label) => `/call ${label}_echo {"text":"x"}`).join('\n'))
  }
  const without: Spoken[] = []
  const beside: Spoken[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(await spoken(() => turnAll(false)))
    beside.push(await spoken(calls))
  }
  const lags = (runs: readonly Spoken[]) => runs.map(({ lags: { worstMs } }) => Math.round(worstMs)).toSorted((one, other) => one - other)
  const [alone, together] = [lags(without), lags(beside)]
  console.log(`main held up at most, ms: without ${alone.join(' ')}, beside ${together.join(' ')}`)
  expect([...without, ...beside].map(({ exact }) => exact)).toEqual(Array.from({ length: ROUNDS * 2 }, () => ({ complete: true, commit: true, sent: true, same: true })))
  expect(middle(together) - middle(alone)).toBeLessThanOrEqual(Math.max(...alone) - Math.min(...alone) + TICK_MS)
}, 240_000)

test('no process of a server is left after a quit', async () => {
  const app = await startApp(rig, { settings: entered(SERVERS), ready: false })
  await eventually(() => Promise.resolve(marksOf(app.userData).length >= SERVERS.length)).toBe(true)
  const marks = marksOf(app.userData)
  await app.close()
  await eventually(() => Promise.resolve(aliveWith(marks))).toEqual([])
})

test('after a kill -9 the next start ends what is left', async () => {
  const app = await startApp(rig, { settings: entered([hostile('clings', 'ignores-term', 'grandchild', 'escapes')]), ready: false })
  await eventually(() => Promise.resolve(aliveWith(marksOf(app.userData)).length >= 3)).toBe(true)
  const marks = marksOf(app.userData)
  const child = app.electron.process()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const left = aliveWith(marks).length
  const next = await startApp(rig, { userData: app.userData, ready: false })
  await eventually(() => Promise.resolve(aliveWith(marks))).toEqual([])
  expect(left).toBeGreaterThan(0)
  await next.close()
})

function marksOf(userData: string): readonly string[] {
  try {
    return marksIn(pids(userData))
  } catch {
    return []
  }
}
