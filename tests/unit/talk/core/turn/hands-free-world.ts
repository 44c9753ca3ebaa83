import { appError } from '../../../../../src/shared/errors/errors'
import { turnId, type TurnId } from '../../../../../src/shared/ids'
import type { HandsFreeCommand, HandsFreeInput, HandsFreeState } from '../../../../../src/main/talk/core/turn/hands-free'

/** A small model of what the hands-free machine commands: the gate, the server's turn detection, its answers, the player. */
export interface World {
  readonly gate: TurnId | null
  readonly line: 'up' | 'lost' | 'failed'
  /** The server decides on turns. */
  readonly vad: boolean
  /** `session.update`s that are not answered yet, in order. */
  readonly pending: readonly boolean[]
  /** The server has speech that it has not committed. */
  readonly buffered: boolean
  readonly responding: boolean
  readonly playing: boolean
}

export const QUIET: World = { gate: null, line: 'up', vad: false, pending: [], buffered: false, responding: false, playing: false }

export interface Move {
  readonly world: World
  readonly input: HandsFreeInput | null
}

export const obey = (world: World, commands: readonly HandsFreeCommand[]): World => commands.reduce(obeyOne, world)

function obeyOne(world: World, command: HandsFreeCommand): World {
  switch (command.type) {
    case 'openCapture':
      return { ...world, gate: command.segment }
    case 'closeCapture':
      return command.segment === world.gate ? { ...world, gate: null } : world
    case 'sendTurnDetection':
      return world.line === 'up' ? { ...world, pending: [...world.pending, command.on].slice(-3) } : world
    case 'clearInput':
      return { ...world, buffered: false }
    case 'stopPlayback':
      return { ...world, playing: false }
    case 'cancelResponse':
      return { ...world, responding: false }
    case 'abandonTurn':
    case 'keepSpeech':
    case 'padSilence':
    case 'goOn':
    case 'finishPlayback':
    case 'earcon':
    case 'notify':
      return world
  }
}

const [A, B] = [turnId('A'), turnId('B')]
const used = (state: HandsFreeState): TurnId | null => ('segment' in state ? state.segment : 'kept' in state ? state.kept : null)
const fresh = (state: HandsFreeState): TurnId => (used(state) === A ? B : A)

export const moves = (state: HandsFreeState, world: World): readonly Move[] => [
  ...(['arm', 'disarm', 'cancel', 'reset'] as const).map((type) => ({ world, input: { type } })),
  { world, input: { type: 'toggleMute', segment: fresh(state) } },
  ...(['arming', 'disarming'] as const).map((stage): Move => ({ world, input: { type: 'expired', stage } })),
  ...(world.gate === null ? [] : [{ world: { ...world, gate: null }, input: { type: 'captureFailed', segment: world.gate, error: appError('mic-lost') } } as const]),
  ...(world.playing ? [{ world: { ...world, playing: false }, input: null }] : []),
  ...server(state, world),
  ...line(world),
]

function server(state: HandsFreeState, world: World): readonly Move[] {
  if (world.line !== 'up') return []
  const [answer, ...pending] = world.pending
  const { gate, vad, buffered } = world
  return [
    ...(answer === undefined ? [] : [{ world: { ...world, pending, vad: answer }, input: answer ? ({ type: 'armed', segment: fresh(state) } as const) : ({ type: 'disarmed' } as const) }]),
    // Only a refusal to listen: a server that refuses to stop goes on, and no command of ours can mend that.
    ...(answer === true ? [{ world: { ...world, pending }, input: { type: 'refused', on: true, error: appError('protocol') } } as const] : []),
    ...(gate !== null && vad ? [{ world: { ...world, buffered: true }, input: { type: 'speechStarted' } } as const] : []),
    ...(buffered && vad ? [{ world: { ...world, buffered: false, responding: true }, input: { type: 'speechStopped' } } as const] : []),
    ...(world.responding ? [{ world: { ...world, playing: true }, input: null }, { world: { ...world, responding: false }, input: null }] : []),
  ]
}

function line(world: World): readonly Move[] {
  const dead = { ...world, vad: false, pending: [], buffered: false, responding: false }
  const failed: Move = { world: { ...dead, line: 'failed' }, input: { type: 'connectionFailed', error: appError('network') } }
  const ended: Move = { world: { ...dead, line: 'lost' }, input: { type: 'sessionEnded' } }
  if (world.line === 'up') return [failed, ended, { world: { ...dead, line: 'lost' }, input: { type: 'connectionLost', error: appError('server-gone') } }]
  const ready: Move = { world: { ...dead, line: 'up' }, input: { type: 'connectionReady' } }
  return world.line === 'lost' ? [ready, failed, ended] : [ready]
}
