import { expect, it } from 'vitest'
import type { Status } from '../../../../../src/shared/status'
import { dockLookOf, isBusy, primaryLookOf, withWriting } from '../../../../../src/renderer/src/ui/panel/dock/dock-look'

const look = (status: Status, phase: 'idle' | 'thinking' = 'thinking') => dockLookOf(status, { phase })

it('the dock floods while the microphone is open, and at no other time', () => {
  const all: readonly Status[] = ['idle', 'asleep', 'opening', 'listening', 'sending', 'thinking', 'acting', 'asking', 'speaking', 'open', 'muted', 'switching', 'connecting', 'offline', 'failed']
  const those = (wanted: string) => all.filter((status) => look(status, 'idle') === wanted)
  expect({ idle: those('idle'), flood: those('flood'), own: those('own') }).toEqual({
    idle: ['idle', 'asleep', 'muted', 'switching', 'connecting', 'offline', 'failed'],
    flood: ['opening', 'listening', 'open'],
    own: ['sending', 'thinking', 'acting', 'asking', 'speaking'],
  })
})

it('a question that waits for a connection is Parley\'s turn, and can be stopped', () => {
  expect([look('connecting'), primaryLookOf('own', { mode: 'hold', hasText: false })]).toEqual(['own', 'stop'])
})

it('who writes in Parley\'s turn gets the field; a held turn is never covered by it', () => {
  expect([withWriting('own', true, 'hold'), withWriting('flood', true, 'hold'), withWriting('flood', true, 'hands-free'), withWriting('own', false, 'hold')]).toEqual(['idle', 'flood', 'idle', 'own'])
})

it('the button at the end talks, sends a turn, sends text, or stops', () => {
  const of = (at: 'idle' | 'flood' | 'own', mode: 'hold' | 'hands-free', hasText: boolean) => primaryLookOf(at, { mode, hasText })
  expect([of('idle', 'hold', false), of('idle', 'hold', true), of('flood', 'hold', true), of('flood', 'hands-free', false), of('own', 'hold', false)]).toEqual(['talk', 'submit', 'send', 'talk', 'stop'])
})

it('a question that has no connection left is ended by nothing that Stop could do', () => {
  const failed = { state: 'failed', reason: 'network' } as const
  expect([isBusy({ phase: 'thinking', playingClip: null, connection: failed }), isBusy({ phase: 'speaking', playingClip: null, connection: failed }), isBusy({ phase: 'idle', playingClip: 'clip', connection: failed })]).toEqual([false, true, true])
})
