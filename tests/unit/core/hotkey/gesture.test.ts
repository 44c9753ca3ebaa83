import { describe, expect, it } from 'vitest'
import { gestureStep, type GestureInput, type GestureState } from '../../../../src/main/core/hotkey/gesture'
import type { TurnPhase } from '../../../../src/shared/view'

const UP: GestureState = { name: 'up' }
const key = (...types: readonly Exclude<GestureInput['type'], 'toggle'>[]): readonly GestureInput[] => types.map((type) => ({ type }))

const run = (inputs: readonly GestureInput[], start: GestureState = UP) =>
  inputs.reduce<{ state: GestureState; outputs: readonly string[] }>(
    ({ state, outputs }, input) => {
      const next = gestureStep(state, input)
      return { state: next.state, outputs: [...outputs, ...next.outputs.map(({ type }) => type)] }
    },
    { state: start, outputs: [] },
  )

describe('the gesture', () => {
  it('holds from down to up, and lets go after the grace', () => {
    expect(run(key('down', 'up', 'expired'))).toEqual({ state: UP, outputs: ['press', 'startTimer', 'release'] })
  })

  it('starts the grace with 50 ms', () => {
    expect(gestureStep({ name: 'held', spent: false }, { type: 'up' }).outputs).toEqual([{ type: 'startTimer', ms: 50 }])
  })

  it('ignores auto-repeat', () => {
    expect(run(key('down', 'down', 'down', 'down'))).toEqual({ state: { name: 'held', spent: false }, outputs: ['press'] })
  })

  it('takes auto-repeat of release and press, as X11 sends it, for a held key', () => {
    expect(run(key('down', 'up', 'down', 'up', 'down'))).toEqual({
      state: { name: 'held', spent: false },
      outputs: ['press', 'startTimer', 'stopTimer', 'startTimer', 'stopTimer'],
    })
  })

  it('lets go at once when the key is lost, held or in the grace', () => {
    expect([run(key('down', 'lost')).outputs, run(key('down', 'up', 'lost')).outputs, run(key('lost')).outputs]).toEqual([
      ['press', 'release'],
      ['press', 'startTimer', 'stopTimer', 'release'],
      [],
    ])
  })

  it('cancels on Escape and makes nothing of the way up, even under X11 auto-repeat', () => {
    expect(run(key('down', 'escape', 'down', 'up', 'down', 'up', 'expired'))).toEqual({
      state: UP,
      outputs: ['press', 'cancel', 'startTimer', 'stopTimer', 'startTimer'],
    })
  })

  it('cancels on Escape without a key, and in the grace', () => {
    expect([run(key('escape')).outputs, run(key('down', 'up', 'escape', 'expired')).outputs]).toEqual([
      ['cancel'],
      ['press', 'startTimer', 'cancel'],
    ])
  })

  it('toggles by the phase of the turn, not by memory', () => {
    const phases: readonly TurnPhase[] = ['idle', 'opening', 'listening', 'closing', 'thinking', 'speaking']
    const outputs = phases.map((phase) => run([{ type: 'toggle', phase }]).outputs[0])
    expect(outputs).toEqual(['press', 'release', 'release', 'press', 'press', 'press'])
  })

  it('presses and releases in turn, never twice the same, whatever the edges', () => {
    const types = ['down', 'up', 'expired', 'lost'] as const
    const traces = Array.from({ length: 4 ** 6 }, (_, n) => Array.from({ length: 6 }, (_, i) => types[Math.floor(n / 4 ** i) % 4] ?? 'up'))
    const wrong = traces.filter((trace) => {
      const verbs = run(key(...trace)).outputs.filter((type) => type === 'press' || type === 'release')
      return verbs.some((verb, index) => verb !== (index % 2 === 0 ? 'press' : 'release'))
    })
    expect(wrong).toEqual([])
  })
})
