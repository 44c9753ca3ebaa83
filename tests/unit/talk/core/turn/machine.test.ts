import { describe, expect, it } from 'vitest'
import { appError } from '../../../../../src/shared/errors/errors'
import { IDLE, step } from '../../../../../src/main/talk/core/turn/machine'
import { turnOf } from '../../../../../src/main/talk/core/turn/projection'
import type { TurnInput, TurnState } from '../../../../../src/main/talk/core/turn/types'
import { factsOf, REST, STALE, STATES, T1, T2, VERBS } from './inputs'
import { moves, obey, QUIET, reconnected, type World } from './world'

interface Place {
  readonly state: TurnState
  readonly world: World
}

const after = ({ state }: Place, world: World, input: TurnInput): Place => {
  const next = step(state, input)
  return { state: next.state, world: obey(world, next.commands) }
}

const nextPlaces = (place: Place): readonly Place[] => [
  ...moves(place.state, place.world).map(({ world, input }) => after(place, world, input)),
  { ...place, world: reconnected(place.world) },
]

/** Every place that can be reached from idle in a quiet world. */
function explore(): readonly Place[] {
  const start: Place = { state: IDLE, world: QUIET }
  const seen = new Map([[JSON.stringify(start), start]])
  for (const place of seen.values())
    for (const next of nextPlaces(place)) {
      const key = JSON.stringify(next)
      if (!seen.has(key)) seen.set(key, next)
    }
  return [...seen.values()]
}

const PLACES = explore()

const isQuiet = ({ mic, held, asked, response, playing, calls, owed }: World) =>
  (mic === null || mic.is === 'closing') && held === null && calls === null && owed === null && asked === null && response === null && playing === null

const shape = (state: TurnState) => JSON.stringify({ ...state, turn: undefined })

describe('the turn machine, exhaustively', () => {
  it('answers every input in every state', () => {
    const inputs = [...VERBS, ...REST, ...factsOf(T1)]
    const answers = STATES.flatMap((state) => inputs.map((input) => step(state, input)))
    expect(answers.every(({ state, commands }) => STATES.some((known) => known.name === state.name) && Array.isArray(commands))).toBe(true)
  })

  it('ignores every fact and every bound of another turn', () => {
    const moved = STATES.flatMap((state) => factsOf(STALE).filter((input) => {
      const answer = step(state, input)
      return answer.state !== state || answer.commands.length > 0
    }))
    expect(moved).toEqual([])
  })

  it('ignores the bound of another state', () => {
    const moved = STATES.flatMap((state) => factsOf(T1).filter((input) =>
      input.type === 'expired' && input.stage !== state.name && step(state, input).state !== state))
    expect(moved).toEqual([])
  })

  it('reaches the fourteen states and no other', () => {
    expect(new Set(PLACES.map(({ state }) => shape(state)))).toEqual(new Set(STATES.map(shape)))
  })

  it('leaves nothing on in idle', () => {
    expect(PLACES.filter(({ state, world }) => state.name === 'idle' && !isQuiet(world))).toEqual([])
  })

  it('has the microphone of its turn while it takes speech, and neither answer nor playback', () => {
    const wrong = PLACES.filter(({ state, world }) =>
      (state.name === 'opening' || state.name === 'listening') &&
      !(world.mic?.turn === state.turn && world.mic.is !== 'closing' && isQuiet({ ...world, mic: null })))
    expect(wrong).toEqual([])
  })

  it('has no open microphone and no answer of another turn while it waits or speaks', () => {
    const wrong = PLACES.filter(({ state, world }) =>
      (state.name === 'thinking' || state.name === 'speaking' || state.name === 'acting') &&
      !((world.mic === null || world.mic.is === 'closing') &&
        [world.response, world.asked, world.playing, world.held, world.calls?.turn ?? null, world.owed].every((turn) => turn === null || turn === turnOf(state))))
    expect(wrong).toEqual([])
  })

  it('is idle and silent at once after cancel and after reset, from everywhere', () => {
    const left = (['cancel', 'reset'] as const).flatMap((type) => PLACES.map((place) => after(place, place.world, { type })))
    expect(left.filter(({ state, world }) => state.name !== 'idle' || !isQuiet(world))).toEqual([])
  })

  it('comes to idle by time bounds alone, in two steps at most', () => {
    const expire = (place: Place): Place => {
      const { state, world } = place
      return state.name === 'idle' ? place : after(place, world, { type: 'expired', turn: state.turn, stage: state.name })
    }
    const left = PLACES.map((place) => expire(expire(place)))
    expect(left.filter(({ state, world }) => state.name !== 'idle' || !isQuiet(world))).toEqual([])
  })
})

const run = (...inputs: readonly TurnInput[]) =>
  inputs.reduce<{ state: TurnState; commands: readonly string[] }>(
    ({ state, commands }, input) => {
      const next = step(state, input)
      return { state: next.state, commands: [...commands, ...next.commands.map(({ type }) => type)] }
    },
    { state: IDLE, commands: [] },
  )

const QUESTION: readonly TurnInput[] = [
  { type: 'press', turn: T1 },
  { type: 'captureReady', turn: T1 },
  { type: 'release' },
  { type: 'captureClosed', turn: T1, ms: 1_200 },
]

describe('the turn machine, as people use it', () => {
  it('takes a question and plays the answer to its end', () => {
    const trace = run(
      ...QUESTION,
      { type: 'audioStarted', turn: T1 },
      { type: 'responseDone', turn: T1, more: false },
      { type: 'playbackDrained', turn: T1 },
    )
    expect(trace).toEqual({ state: IDLE, commands: ['openCapture', 'closeCapture', 'commitInput'] })
  })

  it('is interrupted by the next press', () => {
    const trace = run(...QUESTION, { type: 'audioStarted', turn: T1 }, { type: 'press', turn: T2 })
    expect(trace).toEqual({
      state: { name: 'opening', turn: T2 },
      commands: ['openCapture', 'closeCapture', 'commitInput', 'stopPlayback', 'cancelResponse', 'openCapture'],
    })
  })

  it('waits for the next item when the player ran dry in mid-answer', () => {
    const trace = run(
      ...QUESTION,
      { type: 'audioStarted', turn: T1 },
      { type: 'playbackDrained', turn: T1 },
      { type: 'audioStarted', turn: T1 },
      { type: 'responseDone', turn: T1, more: false },
    )
    expect(trace.state).toEqual({ name: 'speaking', turn: T1, done: true, drained: false, next: false })
  })

  it('says nothing when the connection breaks behind a complete answer', () => {
    const before = run(...QUESTION, { type: 'audioStarted', turn: T1 }, { type: 'responseDone', turn: T1, more: false }).state
    expect(step(before, { type: 'connectionLost', error: { tag: 'server-gone' } })).toEqual({ state: before, commands: [] })
  })

  it('commits what the server would just take', () => {
    expect(step({ name: 'closing', turn: T1, failed: null }, { type: 'captureClosed', turn: T1, ms: 100 })).toEqual({
      state: { name: 'thinking', turn: T1 },
      commands: [{ type: 'commitInput', turn: T1 }],
    })
  })

  it('keeps a speech that cannot be sent when its last words are in, not before', () => {
    const error = appError('network')
    const refused = run({ type: 'press', turn: T1 }, { type: 'captureReady', turn: T1 }, { type: 'connectionFailed', error }, { type: 'release' })
    expect([refused, step(refused.state, { type: 'captureClosed', turn: T1, ms: 1_200 })]).toEqual([
      { state: { name: 'closing', turn: T1, failed: error }, commands: ['openCapture', 'closeCapture'] },
      { state: IDLE, commands: [{ type: 'keepInput', turn: T1 }, { type: 'notify', error }] },
    ])
  })

  it('tells that a press was too short', () => {
    const closing: TurnState = { name: 'closing', turn: T1, failed: null }
    expect(step(closing, { type: 'captureClosed', turn: T1, ms: 80 })).toEqual({
      state: IDLE,
      commands: [
        { type: 'discardInput', turn: T1, why: 'too-short' },
        { type: 'notify', error: { tag: 'too-short', detail: '80 ms' } },
      ],
    })
  })
})
