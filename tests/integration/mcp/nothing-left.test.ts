import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leftProcesses } from '../../../src/main/mcp/adapters/left-processes'
import { birthOf } from '../../../src/main/mcp/adapters/process-birth'
import { aliveWith, marksIn } from '../../support/mcp/alive'
import { hostile, wrapped } from '../../support/mcp/reaches'
import { talkedProcess } from '../../support/mcp/talked-process'

const ALL = ['ignores-term', 'grandchild', 'escapes', 'stderr-flood']

/** The worst of them, once by itself and once behind a wrapper. */
async function started() {
  const process_ = talkedProcess()
  process_.connect('a', hostile(ALL), 'legacy')
  process_.connect('b', wrapped(ALL), 'legacy')
  await process_.hear('ready', ({ server }) => server === 'a')
  await process_.hear('ready', ({ server }) => server === 'b')
  const marks = marksIn(process_.pids)
  await process_.until(() => aliveWith(marks).length >= 7, 'all of them')
  return { process_, marks }
}

test('a server that is closed ends with everything it has started, in about a second', async () => {
  const { process_, marks } = await started()
  const before = Date.now()
  process_.post({ type: 'close', server: 'a', round: 1 })
  process_.post({ type: 'close', server: 'b', round: 1 })
  await process_.until(() => aliveWith(marks).length === 0, 'the end of all')
  expect(Date.now() - before).toBeLessThan(10_000)
  await process_.until(() => readFileSync(process_.pids, 'utf8') === '[]', 'nothing written down')
  await process_.end()
})

test('when everything ends nothing is left', async () => {
  const { process_, marks } = await started()
  await process_.end()
  expect(aliveWith(marks)).toEqual([])
})

test('after a kill -9 of the process the next start ends what it has left, and nobody else', async () => {
  const { process_, marks } = await started()
  await process_.kill()
  expect(aliveWith(marks)).not.toEqual([])
  expect(await leftProcesses(process_.pids).reap()).toBeGreaterThan(0)
  await process_.until(() => aliveWith(marks).length === 0, 'the end of all')
  expect(existsSync(process_.pids)).toBe(false)
})

test('a number that is another’s by now is let alone', async () => {
  const other = spawn('sleep', ['30'], { detached: true, stdio: 'ignore' })
  const pid = other.pid ?? 0
  const written = join(mkdtempSync(join(tmpdir(), 'parley-left-')), 'processes.json')
  writeFileSync(written, JSON.stringify([{ pid, mark: 'a-mark-that-it-does-not-carry', born: await birthOf(pid) }]))
  expect(await leftProcesses(written).reap()).toBe(0)
  expect(execFileSync('ps', ['-o', 'pid=', '-p', String(pid)], { encoding: 'utf8' }).trim()).toBe(String(pid))
  other.kill()
})

test.each(['', 'no json', '{"a":1}', '[{"pid":1,"mark":"0123456789abcdef","born":null}]'])('a file that is not ours says nothing: %s', async (content) => {
  const written = join(mkdtempSync(join(tmpdir(), 'parley-left-')), 'processes.json')
  writeFileSync(written, content)
  expect(await leftProcesses(written).reap()).toBe(0)
})
