import { appError } from '../../../../../src/shared/errors/errors'
import { turnId, type TurnId } from '../../../../../src/shared/ids'
import type { TurnCommand, TurnInput, TurnState } from '../../../../../src/main/talk/core/turn/types'

/** A small model of what the turn machine commands: microphone, uplink, server, player, connection. */
export interface World {
  readonly mic: { readonly turn: TurnId; readonly is: 'opening' | 'open' | 'closing' } | null
  /** The uplink or the session would send it again to a new session. */
  readonly held: TurnId | null
  /** The server was asked and has not begun. */
  readonly asked: TurnId | null
  readonly response: TurnId | null
  readonly playing: TurnId | null
  /** So many calls of it run, and somebody waits for them. */
  readonly calls: { readonly turn: TurnId; readonly left: number } | null
  /** Its calls are answered: any session that is there would be asked to go on. */
  readonly owed: TurnId | null
  readonly line: 'up' | 'lost' | 'failed'
}

export const QUIET: World = { mic: null, held: null, asked: null, response: null, playing: null, calls: null, owed: null, line: 'up' }

export interface Move {
  readonly world: World
  readonly input: TurnInput
}

export const obey = (world: World, commands: readonly TurnCommand[]): World => commands.reduce(obeyOne, world)

function obeyOne(world: World, command: TurnCommand): World {
  switch (command.type) {
    case 'openCapture':
      return { ...world, mic: { turn: command.turn, is: 'opening' }, held: null }
    case 'closeCapture':
      return { ...world, mic: world.mic && { ...world.mic, is: 'closing' } }
    case 'discardInput':
    case 'keepInput':
      return { ...world, held: null, calls: command.type === 'keepInput' ? null : world.calls, owed: command.type === 'keepInput' ? null : world.owed }
    case 'commitInput':
    case 'sendSubmission':
      return { ...world, held: command.turn, asked: world.line === 'up' ? command.turn : null }
    case 'cancelResponse':
      return { ...world, asked: null, response: null, calls: null, owed: null }
    case 'stopPlayback':
      return { ...world, playing: null }
    case 'renewBound':
    case 'finishPlayback':
    case 'notify':
      return world
  }
}

const UNUSED = ['A', 'B', 'C', 'D'].map(turnId)
const fresh = (state: TurnState, world: World): TurnId => {
  const used = new Set([state.name === 'idle' ? null : state.turn, world.mic?.turn, world.response, world.playing, world.held])
  return UNUSED.find((turn) => !used.has(turn)) ?? turnId('none')
}

const verbs = (state: TurnState, world: World): readonly Move[] => [
  { world, input: { type: 'press', turn: fresh(state, world) } },
  { world, input: { type: 'submit', turn: fresh(state, world) } },
  { world, input: { type: 'release' } },
  { world, input: { type: 'cancel' } },
  { world, input: { type: 'reset' } },
]

/** Everything that can happen next. */
export const moves = (state: TurnState, world: World): readonly Move[] => [
  ...verbs(state, world),
  ...microphone(world),
  ...server(world),
  ...calls(world),
  ...(world.playing === null ? [] : [{ world: { ...world, playing: null }, input: { type: 'playbackDrained', turn: world.playing } } as const]),
  ...line(world),
  ...(state.name === 'idle' ? [] : [{ world, input: { type: 'expired', turn: state.turn, stage: state.name } } as const]),
]

function microphone(world: World): readonly Move[] {
  if (world.mic === null) return []
  const { turn, is } = world.mic
  const off = { ...world, mic: null }
  const failed: Move = { world: off, input: { type: 'captureFailed', turn, error: appError('mic-lost') } }
  if (is === 'opening') return [failed, { world: { ...world, mic: { turn, is: 'open' } }, input: { type: 'captureReady', turn } }]
  if (is === 'open') return [failed]
  return [failed, ...[50, 500].map((ms): Move => ({ world: off, input: { type: 'captureClosed', turn, ms } }))]
}

const response = (world: World, turn: TurnId): readonly Move[] => [
  { world: { ...world, playing: turn }, input: { type: 'audioStarted', turn } },
  { world, input: { type: 'answerGrows', turn } },
  { world, input: { type: 'responseDone', turn, more: true } },
  ...[1, 2].map((left): Move => ({ world: { ...world, response: null, calls: { turn, left } }, input: { type: 'callsAsked', turn, calls: left } })),
  { world: { ...world, response: null }, input: { type: 'responseDone', turn, more: false } },
  { world: { ...world, response: null }, input: { type: 'responseFailed', turn, error: appError('rate-limit') } },
]

function server(world: World): readonly Move[] {
  if (world.line !== 'up') return []
  if (world.asked !== null) {
    const begun = { ...world, asked: null, held: null, owed: null, response: world.asked }
    return response(begun, world.asked)
  }
  return world.response === null ? [] : response(world, world.response)
}

function calls(world: World): readonly Move[] {
  if (world.calls === null) return []
  const { turn } = world.calls
  const left = world.calls.left - 1
  const answered = left > 0 ? { ...world, calls: { turn, left } } : { ...world, calls: null, owed: turn, asked: world.line === 'up' ? turn : null }
  return [{ world: answered, input: { type: 'callAnswered', turn, left } }, { world, input: { type: 'answerGrows', turn } }]
}

/** A line that comes back tells the turn machine nothing (see `reconnected`): the uplink asks again by itself. */
function line(world: World): readonly Move[] {
  const dead = { ...world, asked: null, response: null }
  switch (world.line) {
    case 'up':
      return [{ world: { ...dead, line: 'lost' }, input: { type: 'connectionLost', error: appError('server-gone') } }]
    case 'lost':
      return [{ world: { ...dead, line: 'failed' }, input: { type: 'connectionFailed', error: appError('network') } }]
    case 'failed':
      return []
  }
}

/** The connection is back. */
export const reconnected = (world: World): World => (world.line === 'up' ? world : { ...world, line: 'up', asked: world.held ?? world.owed })
