import { describe, expect, it } from 'vitest'
import { gestureStep, KEY_UP } from '../../../../src/main/hotkeys/core/gesture'
import type { GestureInput, GestureRules, GestureState, GestureTimer } from '../../../../src/main/hotkeys/core/gesture-types'
import type { TurnPhase } from '../../../../src/shared/view'

const HOLD: GestureRules = { bare: false, tapToLatch: false, doubleTap: false }
const BARE: GestureRules = { ...HOLD, bare: true }
const ALL: GestureRules = { bare: true, tapToLatch: true, doubleTap: true }

const WORDS: Readonly<Record<string, GestureInput>> = {
  ...Object.fromEntries((['down', 'up', 'lost', 'escape', 'ended'] as const).map((type) => [type, { type }])),
  ...Object.fromEntries((['guard', 'tap', 'grace'] as const).map((timer: GestureTimer) => [timer, { type: 'expired', timer }])),
  key: { type: 'joined', by: 'key' },
  mouse: { type: 'joined', by: 'mouse' },
}

/** What becomes of the microphone before anything else is known. */
const BEFOREHAND: ReadonlySet<string> = new Set(['prepare', 'abandon'])

/** The verbs of a trace, and where it ends. `guard`, `tap` and `grace` are timers that run out. */
function run(trace: string, rules: GestureRules, start: GestureState = KEY_UP) {
  const inputs = trace.split(' ').map((word) => WORDS[word] ?? { type: 'lost' as const })
  const { now, all } = inputs.reduce<{ all: readonly string[]; now: GestureState }>(
    (before, input) => {
      const { state, commands } = gestureStep(before.now, input, rules)
      return { now: state, all: [...before.all, ...commands.filter(({ type }) => type !== 'startTimer').map(({ type }) => type)] }
    },
    { now: start, all: [] },
  )
  return { state: now.name, all, verbs: all.filter((verb) => !BEFOREHAND.has(verb)) }
}

/** Every verb of a trace, those of the microphone too. */
const heard = (trace: string, rules: GestureRules): string => run(trace, rules).all.join(' ')

/** Lives the trace with its timers (`timer`: the one that is due first runs out), then lets the key go and every timer run out. */
function rests(trace: readonly string[], rules: GestureRules): boolean {
  let state = KEY_UP
  let clock = 0
  const due = new Map<GestureTimer, number>()
  const feed = (input: GestureInput) => {
    const step = gestureStep(state, input, rules)
    state = step.state
    for (const output of step.commands) if (output.type === 'startTimer') due.set(output.timer, clock + output.ms)
  }
  const expire = () => {
    const [first] = [...due].sort(([, one], [, other]) => one - other)
    if (first === undefined) return false
    due.delete(first[0])
    clock = Math.max(clock, first[1])
    feed({ type: 'expired', timer: first[0] })
    return true
  }
  let isDown = false
  for (const word of trace) {
    if (word === 'down' || word === 'up') isDown = word === 'down'
    if (word === 'timer') expire()
    else feed(WORDS[word] ?? { type: 'lost' })
  }
  if (isDown) feed({ type: 'up' })
  while (expire());
  return state.name === 'up' || state.name === 'latched'
}

const told = (trace: string, rules: GestureRules): string => {
  const { verbs, state } = run(trace, rules)
  return `${verbs.join(' ')} → ${state}`
}

describe('a hold', () => {
  it('presses at once, and lets go after the grace', () => {
    expect(['down', 'down tap', 'down tap up', 'down tap up grace'].map((trace) => told(trace, HOLD))).toEqual([
      'press → pressed',
      'press → held',
      'press → releasing',
      'press release → up',
    ])
  })

  it('takes auto-repeat of release and press, as X11 sends it, for a held key', () => {
    const latch = { ...HOLD, tapToLatch: true }
    expect([told('down down up down up down', HOLD), told('down up down grace up down tap', latch), told('down up tap down', latch)]).toEqual([
      'press → held',
      'press → held',
      'press → held',
    ])
  })

  it('lets go at once when the key is lost', () => {
    expect(['down lost', 'down up lost', 'down tap lost', 'lost'].map((trace) => told(trace, HOLD))).toEqual([
      'press release → up',
      'press release → up',
      'press release → up',
      ' → up',
    ])
  })

  it('cancels on Escape and makes nothing of the way up, even under auto-repeat', () => {
    expect([told('down tap escape down up down up grace', HOLD), told('escape', HOLD), told('down up escape grace', HOLD)]).toEqual([
      'press cancel → up',
      'cancel → up',
      'press cancel → up',
    ])
  })

  it('goes on until the key is up, though its turn has ended; it is no tap then, and another key cancels nothing', () => {
    expect([told('down tap ended up grace', HOLD), told('down guard ended up grace', ALL), told('down up ended grace', ALL), told('down guard tap ended key', BARE)]).toEqual([
      'press release → up',
      'press release → up',
      'press release → up',
      'press → spent',
    ])
  })
})

describe('a bare modifier', () => {
  it('counts after the guard, or when it was a tap', () => {
    expect([told('down', BARE), told('down guard', BARE), told('down up grace', BARE)]).toEqual([' → guarding', 'press → pressed', 'press release → up'])
  })

  it('is nothing at all with another key, and taken back with a later one', () => {
    expect(['down key up grace', 'down guard key up grace', 'down guard tap key up grace'].map((trace) => told(trace, BARE))).toEqual([
      ' → up',
      'press cancel → up',
      'press cancel → up',
    ])
  })

  it('opens the microphone with the key, and gives it up when it was half of a shortcut, Escape or nobody', () => {
    expect(['down guard up grace', 'down up grace', 'down key up grace', 'down mouse', 'down escape', 'down lost', 'down guard key', 'down guard tap key', 'down guard tap escape'].map((trace) => heard(trace, BARE))).toEqual([
      'prepare press release',
      'prepare press release',
      'prepare abandon',
      'prepare abandon',
      'prepare abandon cancel',
      'prepare abandon',
      'prepare press cancel abandon',
      'prepare press cancel abandon',
      'prepare press cancel',
    ])
  })

  it('may be held while the mouse points, but is no start of a click', () => {
    expect(['down mouse', 'down guard mouse', 'down guard tap mouse'].map((trace) => told(trace, BARE))).toEqual([' → spent', 'press cancel → spent', 'press → held'])
  })

  it('leaves other keys alone when it is none', () => {
    expect(heard('down tap up grace', HOLD)).toBe('press release')
    expect([told('down key up grace', HOLD), told('down tap key', HOLD)]).toEqual(['press release → up', 'press → held'])
  })
})

describe('a tap', () => {
  const LATCH: GestureRules = { ...HOLD, tapToLatch: true }
  it('latches, and the next press ends the turn', () => {
    expect(['down up grace tap', 'down up tap grace', 'down up grace tap down', 'down up grace tap down up grace'].map((trace) => told(trace, LATCH))).toEqual([
      'press → latched',
      'press → latched',
      'press release → spent',
      'press release → up',
    ])
  })

  it('leaves a hold what it was', () => {
    expect(told('down tap up grace', LATCH)).toBe('press release → up')
  })

  it('ends with a bare modifier, unless that was half of a shortcut', () => {
    const latched = 'down up grace tap'
    expect([`${latched} down`, `${latched} down guard`, `${latched} down up`, `${latched} down key up`].map((trace) => told(trace, { ...LATCH, bare: true }))).toEqual([
      'press → ending',
      'press release → spent',
      'press release → spent',
      'press → latched',
    ])
  })

  it('ends with the turn, with Escape, and when nobody is there', () => {
    expect(['ended', 'escape', 'lost'].map((end) => told(`down up grace tap ${end}`, LATCH))).toEqual(['press → up', 'press cancel → up', 'press release → up'])
  })
})

describe('two taps', () => {
  const DOUBLE: GestureRules = { ...HOLD, doubleTap: true }
  it('take back what the first began, and switch', () => {
    expect([told('down up grace down', DOUBLE), told('down up grace down up grace', ALL)]).toEqual(['press cancel switchMode → spent', 'press cancel switchMode → up'])
  })

  it('are two presses when the second comes late', () => {
    expect([told('down up grace tap', DOUBLE), told('down up grace tap down', DOUBLE)]).toEqual(['press release → up', 'press release press → pressed'])
  })
})

describe('the gesture', () => {
  it('toggles by the phase of the turn, not by memory', () => {
    const phases: readonly TurnPhase[] = ['idle', 'opening', 'listening', 'closing', 'thinking', 'speaking']
    const verbs = phases.map((phase) => gestureStep(KEY_UP, { type: 'toggle', phase }, ALL).commands[0]?.type)
    expect(verbs).toEqual(['press', 'release', 'release', 'press', 'press', 'press'])
  })

  it('never presses twice, nor ends what it did not begin, nor leaves a microphone undecided, whatever comes', () => {
    const words = ['down', 'up', 'guard', 'tap', 'grace', 'lost', 'key'] as const
    const rules = [HOLD, BARE, { ...HOLD, tapToLatch: true }, { ...HOLD, doubleTap: true }, ALL]
    const length = 6
    const traces = Array.from({ length: words.length ** length }, (_, n) =>
      Array.from({ length }, (_each, at) => words[Math.floor(n / words.length ** at) % words.length]).join(' '))
    const wrong = rules.flatMap((each) =>
      traces.filter((trace) => {
        const { all, verbs } = run(trace, each)
        const talk = verbs.filter((verb) => verb !== 'switchMode')
        const undecided = all.some((verb, index) => verb === 'prepare' && index + 1 < all.length && !['press', 'abandon'].includes(all[index + 1] ?? ''))
        return undecided || talk.some((verb, index) => (verb === 'press') !== (index % 2 === 0))
      }))
    expect(wrong).toEqual([])
  })

  it('comes to rest from anywhere by the timers it has started, once the key is up', () => {
    const words = ['down', 'up', 'key', 'escape', 'ended', 'timer'] as const
    const length = 6
    const traces = Array.from({ length: words.length ** length }, (_, n) => Array.from({ length }, (_each, at) => words[Math.floor(n / words.length ** at) % words.length] ?? 'up'))
    const rules = [HOLD, BARE, ALL, { ...ALL, bare: false }]
    expect(rules.flatMap((each) => traces.filter((trace) => !rests(trace, each))).slice(0, 3)).toEqual([])
  })

  it('comes to rest from anywhere once the key is lost', () => {
    const traces = ['down', 'down guard', 'down guard tap', 'down up', 'down up grace', 'down up grace tap', 'down up grace tap down', 'down key']
    expect(new Set(traces.map((trace) => run(`${trace} lost`, ALL).state))).toEqual(new Set(['up']))
  })
})
