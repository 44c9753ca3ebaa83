import { expect, test } from 'vitest'
import { readCommandLine } from '../../../scripts/demo/command-line'

const HERE = import.meta.filename

test('without a word: a made sentence, the talk key, the practice endpoint', () => {
  expect(readCommandLine([], null)).toEqual({ wav: null, mode: 'hold', endpoint: { kind: 'practice' }, key: null, interruptAfterMs: null, dropAtMs: null, tool: false, askKnowledge: false, json: null, out: null })
})

test('everything said', () => {
  const args = ['--wav', HERE, '--mode', 'hands-free', '--endpoint', 'ws://127.0.0.1:9/v1/realtime', '--interrupt-after', '800', '--json', '/f.json', '--out', '/o']
  expect(readCommandLine(args, 'key')).toEqual({
    wav: HERE, mode: 'hands-free', endpoint: { kind: 'custom', url: 'ws://127.0.0.1:9/v1/realtime' }, key: 'key', interruptAfterMs: 800, dropAtMs: null, tool: false, askKnowledge: false, json: '/f.json', out: '/o',
  })
})

test('asks for help', () => {
  expect(readCommandLine(['--help'], null)).toBe('help')
})

test.each([
  [['--wav', '/nowhere/a.wav'], 'There is no file "/nowhere/a.wav" to speak.'],
  [['--mode', 'shout'], '"shout" is no talk mode: choose hold or hands-free.'],
  [['--endpoint', 'http://a.b'], '"http://a.b" is no endpoint: choose practice, openai, or an address that begins with ws:// or wss://.'],
  [['--interrupt-after', '-1s'], expect.stringContaining('--interrupt-after')],
  [['--interrupt-after', 'soon'], '"soon" is no number of milliseconds.'],
  [['--hidden'], 'Unknown option \'--hidden\'. See "npm run demo -- --help".'],
  [['file.wav'], expect.stringContaining('See "npm run demo -- --help".')],
])('refuses %j', (args, sentence) => {
  expect(() => readCommandLine(args, null)).toThrow(expect.objectContaining({ message: sentence }))
})

test('a tool is asked for by practice only', () => {
  expect(readCommandLine(['--tool'], null)).toMatchObject({ tool: true })
  expect(() => readCommandLine(['--tool', '--endpoint', 'openai'], 'key')).toThrow('Only practice is known to ask for a tool')
})

test('what stands in a folder is asked of practice only, in words of its own, and heard to the end', () => {
  expect(readCommandLine(['--ask-knowledge', '--mode', 'hands-free'], null)).toMatchObject({ askKnowledge: true, mode: 'hands-free' })
  expect(() => readCommandLine(['--ask-knowledge', '--endpoint', 'openai'], 'key')).toThrow('Only practice is known to look into the folder')
  for (const others of [['--wav', HERE], ['--tool'], ['--interrupt-after', '800']]) expect(() => readCommandLine(['--ask-knowledge', ...others], null)).toThrow(`leave ${String(others[0])} or --ask-knowledge away`)
})

test('a cut is for the practice connection only', () => {
  expect(readCommandLine(['--drop-at', '1200'], null)).toMatchObject({ dropAtMs: 1_200 })
  expect(() => readCommandLine(['--drop-at', '1200', '--endpoint', 'ws://127.0.0.1:9/'], null)).toThrow('Only the practice connection can be cut')
})
