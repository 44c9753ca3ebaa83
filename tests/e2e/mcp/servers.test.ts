import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entryText } from '../../../src/main/mcp/core/entry'
import { readTool } from '../../../src/main/mcp/core/read-tool'
import { consentText } from '../../../src/main/mcp/core/setup/server-entry'
import type { ServerConfig } from '../../../src/shared/mcp/servers'
import type { SettingsPatch } from '../../../src/shared/settings'
import { aliveWith, marksIn } from '../../support/mcp/alive'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, sentAudio, session, startPracticeApp } from '../support/app/practice-app'
import { bringForward } from '../support/app/settings-page'
import { startApp } from '../support/app/app'
import { count, hold, mark, sentence } from '../support/app/talking'
import { startRig, type Rig } from '../support/sound/rig'
import { armedCard, callLines, cardGone, holdApproveKey } from '../support/tools/cards'
import { loopLag } from '../support/mcp/loop-lag'

const COMPLETE = 0.75
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const hostile = (label: string, ...switches: readonly string[]): ServerConfig => ({
  id: label, label, on: true,
  reach: { kind: 'stdio', command: process.execPath, args: [join(import.meta.dirname, '../../support/mcp/hostile-server.mjs'), ...switches], cwd: null, env: [] },
})

const SERVERS = [
  hostile('plain', 'orders'), hostile('clings', 'ignores-term', 'grandchild', 'escapes'), hostile('floods', 'stderr-flood', 'garbage', 'progress-flood'),
  hostile('huge', 'huge'), hostile('silent', 'never-answers', 'many-tools'), hostile('quits', 'exits-mid-call'), hostile('pages', 'endless-pages', 'list-flood'),
]

/** As they are after a person has said yes to each and has looked at its tool `echo`. */
function entered(servers: readonly ServerConfig[]): SettingsPatch {
  const echo = { name: 'echo', description: 'Does echo.', inputSchema: { type: 'object', properties: { text: { type: 'string' } } } }
  return {
    mcpServers: [...servers],
    mcpConfirmed: servers.map((server) => ({ server: server.id, hash: sha256(consentText(server)) })),
    mcpTools: servers.map((server) => ({ server: server.id, tool: 'echo', hash: readTool(echo, { entryHash: sha256(entryText(server)), hash: sha256 })?.hash ?? '', level: server.id === 'plain' ? null : 0, on: true })),
  }
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

test('beside hostile servers the samples on the wire are those captured, exactly, and main is held up no more than without them', async () => {
  const { app, practice } = talking
  const wav = await sentence(rig, 'beside', 'One two three four five.')
  const spoken = async (before: () => Promise<void>) => {
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
  const nothing = () => Promise.resolve()
  const calls = async () => {
    await bringForward(app, 'index')
    await app.page.evaluate((typed) => window.assistant.sendText(typed), ['huge', 'silent', 'quits', 'pages', 'floods'].map((label) => `/call ${label}_echo {"text":"x"}`).join('\n'))
  }
  const without = [await spoken(nothing), await spoken(nothing)]
  const beside = [await spoken(calls), await spoken(calls)]
  const worst = (runs: typeof without): number => Math.max(...runs.map(({ lags }) => lags.worstMs))
  console.log(`main held up at most ${String(Math.round(worst(without)))} ms without, ${String(Math.round(worst(beside)))} ms beside`)
  expect([...without, ...beside].map(({ exact }) => exact)).toEqual(Array.from({ length: 4 }, () => ({ complete: true, commit: true, sent: true, same: true })))
  expect(worst(beside)).toBeLessThan(worst(without) * 2 + 50)
})

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
