import { appError } from '../../../../../src/shared/errors/errors'
import { turnId, type TurnId } from '../../../../../src/shared/ids'
import type { TurnInput, TurnStage, TurnState } from '../../../../../src/main/talk/core/turn/types'

export const T1 = turnId('T1')
export const T2 = turnId('T2')
export const STALE = turnId('stale')
export const BROKEN = appError('server-gone')

const STAGES: readonly TurnStage[] = ['opening', 'listening', 'closing', 'thinking', 'speaking', 'acting']

export const factsOf = (turn: TurnId): readonly TurnInput[] => [
  { type: 'captureReady', turn },
  { type: 'captureFailed', turn, error: appError('mic-lost') },
  { type: 'captureClosed', turn, ms: 99 },
  { type: 'captureClosed', turn, ms: 100 },
  { type: 'audioStarted', turn },
  { type: 'answerGrows', turn },
  { type: 'playbackDrained', turn },
  { type: 'callsAsked', turn, calls: 1 },
  { type: 'callAnswered', turn, left: 1 },
  { type: 'callAnswered', turn, left: 0 },
  { type: 'responseDone', turn, more: true },
  { type: 'responseDone', turn, more: false },
  { type: 'responseFailed', turn, error: appError('rate-limit') },
  ...STAGES.map((stage): TurnInput => ({ type: 'expired', turn, stage })),
]

export const VERBS: readonly TurnInput[] = [
  { type: 'press', turn: T2 },
  { type: 'release' },
  { type: 'cancel' },
  { type: 'submit', turn: T2 },
]

export const REST: readonly TurnInput[] = [
  { type: 'connectionLost', error: BROKEN },
  { type: 'connectionFailed', error: appError('network') },
  { type: 'reset' },
]

/** The fourteen states there are. */
export const STATES: readonly TurnState[] = [
  { name: 'idle' },
  { name: 'opening', turn: T1 },
  { name: 'listening', turn: T1 },
  { name: 'closing', turn: T1, failed: null },
  { name: 'closing', turn: T1, failed: appError('network') },
  { name: 'thinking', turn: T1 },
  { name: 'speaking', turn: T1, done: false, drained: false, next: false },
  { name: 'speaking', turn: T1, done: true, drained: false, next: false },
  { name: 'speaking', turn: T1, done: false, drained: true, next: false },
  { name: 'speaking', turn: T1, done: false, drained: false, next: true },
  { name: 'acting', turn: T1, calls: 1, drained: true },
  { name: 'acting', turn: T1, calls: 1, drained: false },
  { name: 'acting', turn: T1, calls: 2, drained: true },
  { name: 'acting', turn: T1, calls: 2, drained: false },
]
