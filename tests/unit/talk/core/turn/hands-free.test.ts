import { describe, expect, it } from 'vitest'
import { handsFreeStep, OFF, type HandsFreeInput, type HandsFreeState } from '../../../../../src/main/talk/core/turn/hands-free'
import { appError } from '../../../../../src/shared/errors/errors'
import { turnId } from '../../../../../src/shared/ids'
import { moves, obey, QUIET, type World } from './hands-free-world'

interface Place {
  readonly state: HandsFreeState
  readonly world: World
}

const after = ({ state }: Place, world: World, input: HandsFreeInput | null): Place => {
  if (input === null) return { state, world }
  const next = handsFreeStep(state, input)
  return { state: next.state, world: obey(world, next.commands) }
}

function explore(): readonly Place[] {
  const start: Place = { state: OFF, world: QUIET }
  const seen = new Map([[JSON.stringify(start), start]])
  for (const place of seen.values())
    for (const { world, input } of moves(place.state, place.world)) {
      const next = after(place, world, input)
      const key = JSON.stringify(next)
      if (!seen.has(key)) seen.set(key, next)
    }
  return [...seen.values()]
}

const PLACES = explore()

/** What the server will do once it has answered everything. */
const willDecide = ({ vad, pending }: World): boolean => pending.at(-1) ?? vad

const isKept = (state: HandsFreeState, { gate }: World): boolean => 'kept' in state && !state.muted && state.kept === gate

const isQuiet = (world: World) => world.gate === null && !world.responding && !world.playing && !world.buffered && !willDecide(world)

describe('the hands-free machine, exhaustively', () => {
  it('reaches every state', () => {
    expect(new Set(PLACES.map(({ state }) => state.name))).toEqual(new Set(['off', 'arming', 'open', 'waiting', 'disarming']))
  })

  it('opens the gate only where speech meets a server that decides on turns, and never when muted', () => {
    // The channel is ordered: speech arrives behind every update that was sent before it, answered or not.
    const wrong = PLACES.filter(({ state, world }) =>
      world.gate !== null && !isKept(state, world) && !(state.name === 'open' && !state.muted && state.segment === world.gate && willDecide(world) && world.line === 'up'))
    expect(wrong).toEqual([])
  })

  it('keeps the gate open over a broken line only for a sentence, and never when muted', () => {
    const kept = PLACES.filter(({ state }) => 'kept' in state && state.kept !== null)
    expect([kept.length > 0, kept.filter(({ state, world }) => !isKept(state, world))]).toEqual([true, []])
  })

  it('has the gate open whenever it is open and not muted', () => {
    expect(PLACES.filter(({ state, world }) => state.name === 'open' && !state.muted && world.gate !== state.segment)).toEqual([])
  })

  it('leaves nothing on in off', () => {
    expect(PLACES.filter(({ state, world }) => state.name === 'off' && !isQuiet(world))).toEqual([])
  })

  it('is off after reset, from everywhere', () => {
    const left = PLACES.map((place) => after(place, place.world, { type: 'reset' }))
    expect(left.filter(({ state, world }) => state.name !== 'off' || !isQuiet(world))).toEqual([])
  })

  it('shuts the gate and silences the answer at once when it is switched off', () => {
    const left = PLACES.map((place) => after(place, place.world, { type: 'disarm' }))
    expect(left.filter(({ state, world }) => world.gate !== null || !['off', 'disarming'].includes(state.name))).toEqual([])
  })

  it('waits only for a line that is down, and asks the server of every line that is up', () => {
    const wrong = PLACES.filter(({ state, world }) =>
      (state.name === 'waiting' && world.line === 'up') || (state.name === 'arming' && world.line === 'up' && !willDecide(world)))
    expect(wrong).toEqual([])
  })
})

const A = turnId('A')
const B = turnId('B')
const OPEN: HandsFreeState = { name: 'open', segment: A, muted: false, hearing: false }

const run = (start: HandsFreeState, ...inputs: readonly HandsFreeInput[]) =>
  inputs.reduce<{ state: HandsFreeState; commands: readonly unknown[] }>(
    ({ state, commands }, input) => {
      const next = handsFreeStep(state, input)
      return { state: next.state, commands: [...commands, ...next.commands] }
    },
    { state: start, commands: [] },
  )

describe('hands-free, as people use it', () => {
  it('opens in the order of the law', () => {
    expect(run(OFF, { type: 'arm' }, { type: 'armed', segment: A })).toEqual({
      state: OPEN,
      commands: [
        { type: 'abandonTurn' },
        { type: 'clearInput' },
        { type: 'sendTurnDetection', on: true },
        { type: 'openCapture', segment: A },
        { type: 'earcon', name: 'hands-free' },
      ],
    })
  })

  it('goes back in the order of the law', () => {
    expect(run(OPEN, { type: 'disarm' }, { type: 'disarmed' })).toEqual({
      state: OFF,
      commands: [
        { type: 'closeCapture', segment: A },
        { type: 'abandonTurn' },
        { type: 'stopPlayback' },
        { type: 'cancelResponse' },
        { type: 'sendTurnDetection', on: false },
        { type: 'stopPlayback' },
        { type: 'cancelResponse' },
        { type: 'clearInput' },
        { type: 'earcon', name: 'hold' },
      ],
    })
  })

  it('lets the server find the end when muted in mid-speech, and unmutes into a new segment', () => {
    const mute: HandsFreeInput = { type: 'toggleMute', segment: B }
    expect(run({ ...OPEN, hearing: true }, mute, { type: 'speechStopped' }, mute)).toEqual({
      state: { ...OPEN, segment: B },
      commands: [
        { type: 'closeCapture', segment: A },
        { type: 'padSilence' },
        { type: 'earcon', name: 'mute' },
        { type: 'openCapture', segment: B },
        { type: 'earcon', name: 'unmute' },
      ],
    })
  })

  it('stays muted over a lost connection', () => {
    const trace = run(
      { ...OPEN, muted: true },
      { type: 'connectionLost', error: appError('server-gone') },
      { type: 'connectionReady' },
      { type: 'armed', segment: B },
    )
    expect(trace).toEqual({
      state: { ...OPEN, segment: B, muted: true },
      commands: [
        { type: 'finishPlayback' },
        { type: 'notify', error: { tag: 'server-gone' } },
        { type: 'clearInput' },
        { type: 'sendTurnDetection', on: true },
      ],
    })
  })

  it('says at once that a server cannot listen by itself, and minds no refusal of what is not wanted any more', () => {
    const refused = (on: boolean): HandsFreeInput => ({ type: 'refused', on, error: appError('protocol', 'no') })
    const states = [run(OFF, { type: 'arm' }, refused(false)).state.name, run(OPEN, refused(false)).state.name, run(OPEN, { type: 'disarm' }, refused(false)).state.name]
    expect([states, run(OFF, { type: 'arm' }, refused(true)).commands.at(-1)]).toEqual([
      ['arming', 'open', 'off'],
      { type: 'notify', error: { tag: 'no-hands-free', detail: 'no' } },
    ])
  })

  it('minds nothing that the server says of speech unless it is open and not muted', () => {
    const said: readonly HandsFreeInput[] = [{ type: 'speechStarted' }, { type: 'speechStopped' }]
    const states: readonly HandsFreeState[] = [
      OFF,
      { name: 'arming', muted: false, kept: null },
      { ...OPEN, muted: true },
      { name: 'waiting', muted: false, kept: A },
      { name: 'disarming' },
    ]
    expect(states.map((state) => run(state, ...said))).toEqual(states.map((state) => ({ state, commands: [] })))
  })

  it('hears nobody any more once it is muted, whatever the server forgets to say', () => {
    expect(run({ ...OPEN, hearing: true }, { type: 'toggleMute', segment: B }).state).toEqual({ ...OPEN, muted: true, hearing: false })
  })

  it.each([true, false])('listens again in the next session after one that was ended, without a word about it; muted: %s', (muted) => {
    const trace = run({ ...OPEN, muted }, { type: 'sessionEnded' }, { type: 'connectionReady' }, { type: 'armed', segment: B })
    expect([trace.state, trace.commands.filter((command) => JSON.stringify(command).includes('notify'))]).toEqual([{ ...OPEN, muted, segment: B }, []])
  })

  it('goes back to the talk key when the microphone is lost', () => {
    const trace = run(OPEN, { type: 'captureFailed', segment: A, error: appError('mic-lost') })
    expect(trace).toEqual({
      state: { name: 'disarming' },
      commands: [
        { type: 'keepSpeech' },
        { type: 'abandonTurn' },
        { type: 'stopPlayback' },
        { type: 'cancelResponse' },
        { type: 'sendTurnDetection', on: false },
        { type: 'notify', error: { tag: 'mic-lost' } },
      ],
    })
  })
})
