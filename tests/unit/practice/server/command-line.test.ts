import { describe, expect, it } from 'vitest'
import { HELP, readCommandLine } from '../../../../src/main/practice/server/command-line'
import { CUT_KINDS, CUT_MOMENTS } from '../../../../src/main/practice/faults/cuts'
import { FAULT_NAMES } from '../../../../src/main/practice/faults/faults'
import { readScript } from '../../../../src/main/practice/script/read-script'

describe('the command line', () => {
  it('has sensible defaults', () => {
    expect(readCommandLine([])).toEqual({
      ok: true,
      value: { help: false, port: 0, token: null, lifetimeSeconds: 3_600, speed: 6, faults: [], scriptFile: null },
    })
  })

  it('reads everything', () => {
    const args = ['--port', '4711', '--token', 'mine', '--lifetime=30', '--speed', '50', '--fault', 'half-open=200', '--fault', 'http-503*1', '--script', 'a.json']
    expect(readCommandLine(args)).toEqual({
      ok: true,
      value: {
        help: false,
        port: 4_711,
        token: 'mine',
        lifetimeSeconds: 30,
        speed: 50,
        faults: [
          { name: 'half-open', value: 200 },
          { name: 'http-503', times: 1 },
        ],
        scriptFile: 'a.json',
      },
    })
  })

  it.each([
    [['--port', '99999'], '--port needs a number from 0 to 65535, not "99999".'],
    [['--port', '1.5'], '--port needs a whole number, not "1.5".'],
    [['--lifetime', 'soon'], '--lifetime needs a number from 1 to 86400, not "soon".'],
    [['--fault', 'gremlins'], `Unknown fault "gremlins". Possible are ${FAULT_NAMES.join(', ')}.`],
    [['--wat'], 'An option is unknown or lacks its value. Possible are --help, --port, --token, --lifetime, --speed, --fault, --script, --play.'],
    [['--play', 'gremlins'], 'Unknown server "gremlins". Possible are openai, xai, elevenlabs, localai, hf, speaches.'],
    [['--token', ''], '--token needs at least one character.'],
  ])('refuses %j in one sentence', (args, error) => {
    expect(readCommandLine(args)).toEqual({ ok: false, error })
  })

  it('explains every fault in its help', () => {
    const named = (name: string): boolean => HELP.includes(`  ${name} `)
    const isCut = (name: string): boolean => CUT_KINDS.some((kind) => CUT_MOMENTS.some((moment) => name === `${kind}-${moment}` && named(kind) && named(moment)))
    expect(FAULT_NAMES.filter((name) => !named(name) && !isCut(name))).toEqual([])
  })
})

describe('a script file', () => {
  it('is a list of answers, or nothing', () => {
    const good = [{ outputs: [{ kind: 'function-call', name: 'clock', arguments: '{}' }] }, { ending: { status: 'incomplete', reason: 'content_filter' } }]
    expect([JSON.stringify(good), '{}', '[{"outputs":[{"kind":"dance"}]}]', '[{"outputs":[{"kind":"say"}]}]', 'no json'].map(readScript)).toEqual([good, null, null, null, null])
  })
})
