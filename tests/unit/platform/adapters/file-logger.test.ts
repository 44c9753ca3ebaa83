import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileLogger } from '../../../../src/main/platform/adapters/file-logger'
import { createRotatingFile } from '../../../../src/main/platform/adapters/rotating-file'
import { ownText } from '../../../../src/shared/text/own-text'
import { FakeTimers } from '../../../fakes/fake-timers'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'parley-log-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const logs = () => join(folder, 'logs')
const linesOf = (name = 'parley.log') => readFileSync(join(logs(), name), 'utf8').split('\n').filter((line) => line !== '')
/** Without their time. */
const told = () => linesOf().map((line) => line.replace(/^\d\S+Z /, ''))

function logger(options: { readonly verbose?: boolean; readonly scrub?: (text: string) => string } = {}) {
  const timers = new FakeTimers()
  return { timers, log: createFileLogger({ folder: logs(), verbose: options.verbose ?? false, scrub: options.scrub ?? ((text) => text), timers }) }
}

test('a line is on the disk at once, with its level, and every text passes the net', () => {
  const { log } = logger({ scrub: (text) => text.replaceAll('quitte', '***') })
  log.warn('notified the person', { tag: 'quitte' })
  log.debug('unknown event')
  expect(told()).toEqual(['warn notified the person {"tag":"***"}'])
})

test('47,100 of one kind: a few lines, how many more there were, and what else is said stands between', () => {
  const { log, timers } = logger()
  for (let count = 0; count < 47_100; count += 1) log.info('server error', { tag: 'protocol', count })
  log.error('page gone', { reason: 'crashed' })
  timers.pass(60_000)
  log.info('server error', { tag: 'protocol', count: 0 })
  const lines = told()
  expect([lines.length, lines.slice(-3)]).toEqual([23, ['error page gone {"reason":"crashed"}', 'info left out {"text":"server error","times":47080}', 'info server error {"tag":"protocol","count":0}']])
})

test('two kinds in turns are counted apart, and what is left out is told at the end', () => {
  const { log } = logger()
  for (let count = 0; count < 1_000; count += 1) {
    log.info('server error')
    log.warn('malformed event')
  }
  log.flush()
  expect(told().slice(-2)).toEqual(['info left out {"text":"server error","times":980}', 'info left out {"text":"malformed event","times":980}'])
})

test.each<readonly [string, () => void]>([
  ['its folder is a file', () => writeFileSync(logs(), 'not a folder')],
  ['it is a folder itself', () => mkdirSync(join(logs(), 'parley.log'), { recursive: true })],
  ['the disk is full', () => {
    mkdirSync(logs())
    symlinkSync('/dev/full', join(logs(), 'parley.log'))
  }],
])('nothing is thrown when %s, and once that is over the next line says how many are missing', (_what, spoil) => {
  spoil()
  const { log } = logger()
  log.error('uncaught', { cause: ownText('TypeError') })
  log.error('uncaught', { cause: ownText('TypeError') })
  rmSync(logs(), { recursive: true, force: true })
  log.info('started')
  expect(told()).toEqual(['(not written before this: 2)', 'info started'])
})

test('a folder that goes away while it runs is made again', () => {
  const { log } = logger()
  log.info('started')
  rmSync(logs(), { recursive: true })
  log.info('started')
  log.info('started')
  expect(told()).toEqual(['info started', 'info started'])
})

test('a net that throws, and a stack without end, are no reason to throw', () => {
  const { log } = logger({ scrub: () => { throw new Error('no net') } })
  log.error('uncaught', { cause: ownText('x'.repeat(1_000_000)) })
  const [line = ''] = linesOf()
  expect(line).toBe('(a line that could not be made)')
  const { log: whole } = logger()
  whole.error('uncaught', { cause: ownText('x'.repeat(1_000_000)) })
  expect(linesOf()[1]?.length).toBe(4_000)
})

const MEGABYTE = 1024 * 1024
const sizes = () => Object.fromEntries(readdirSync(logs()).map((name) => [name, Math.ceil(statSync(join(logs(), name)).size / MEGABYTE)]))

test('it rotates while it runs: ten megabytes leave two files of one', () => {
  const file = createRotatingFile(logs(), 'parley')
  for (let count = 0; count < 10_000; count += 1) file.append(`${String(count)} ${'x'.repeat(1_000)}`)
  expect([sizes(), linesOf().at(-1)?.slice(0, 5)]).toEqual([{ 'parley.log': 1, 'parley.old.log': 1 }, '9999 '])
})

test('where the old one cannot be put aside, it begins anew instead of growing', () => {
  mkdirSync(join(logs(), 'parley.old.log', 'in the way'), { recursive: true })
  const file = createRotatingFile(logs(), 'parley')
  for (let count = 0; count < 3_000; count += 1) file.append('x'.repeat(1_000))
  expect([sizes()['parley.log'], existsSync(join(logs(), 'parley.old.log', 'in the way'))]).toEqual([1, true])
})
