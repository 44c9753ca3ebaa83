import { describe, expect, it } from 'vitest'
import { errorWords } from '../../../src/shared/errors/error-words'
import type { ApprovalCard } from '../../../src/shared/tools/view'
import type { AssistantView } from '../../../src/shared/view'
import { canRetry, statusWordsOf } from '../../../src/renderer/src/words/status-words'
import { sampleView } from '../state/sample-view'

const CARD: ApprovalCard = {
  id: 'a', source: 'Parley', title: 'Open a web page', level: 3, arguments: [], after: null, undoable: false, holdMs: 600, armed: true, locked: false, heldMs: null, keyLabel: null, confirming: false, always: null, leftMs: 1,
}

const rows: readonly (readonly [string, Partial<AssistantView>, string, string])[] = [
  ['idle', {}, 'idle', 'Hold Right Ctrl and speak'],
  ['idle without key release', { talkKeyStyle: 'toggle' }, 'idle', 'Press Right Ctrl and speak'],
  ['idle without a global key', { talkKeyStyle: 'none' }, 'idle', 'Hold the button and speak'],
  ['opening', { phase: 'opening' }, 'opening', 'Opening the microphone…'],
  ['listening', { phase: 'listening' }, 'listening', 'Listening'],
  ['listening, near its end', { phase: 'listening', turnEndsInMs: 59_000 }, 'listening', 'Listening · 1 minute left'],
  ['listening, nearer', { phase: 'listening', turnEndsInMs: 29_000 }, 'listening', 'Listening · 30 seconds left'],
  ['listening, at its end', { phase: 'listening', turnEndsInMs: 0 }, 'listening', 'Listening · 10 seconds left'],
  ['sending', { phase: 'closing' }, 'sending', 'Sending…'],
  ['thinking', { phase: 'thinking' }, 'thinking', 'Thinking'],
  ['acting', { phase: 'acting' }, 'acting', 'Working'],
  ['acting while reconnecting', { phase: 'acting', connection: { state: 'connecting' } }, 'acting', 'Working'],
  ['hands-free, acting', { mode: 'hands-free', phase: 'acting' }, 'acting', 'Working'],
  ['a tool asks', { phase: 'acting', tools: { ...sampleView().tools, card: CARD } }, 'asking', 'Waiting for your answer'],
  ['hands-free, a tool asks', { mode: 'hands-free', phase: 'acting', tools: { ...sampleView().tools, card: CARD } }, 'asking', 'Waiting for your answer'],
  ['speaking', { phase: 'speaking' }, 'speaking', 'Speaking'],
  ['connecting', { connection: { state: 'connecting' } }, 'connecting', 'Connecting to Practice…'],
  ['listening while connecting', { phase: 'listening', connection: { state: 'connecting' } }, 'listening', 'Listening'],
  ['an answer awaited over a lost line', { phase: 'thinking', connection: { state: 'waiting', delayMs: 900, attempt: 1, reason: 'network' } }, 'connecting', 'Reconnecting…'],
  ['asleep', { connection: { state: 'asleep' } }, 'asleep', 'Hold Right Ctrl and speak'],
  ['hands-free, muted, asleep', { mode: 'hands-free', muted: true, connection: { state: 'asleep' } }, 'muted', 'Muted'],
  ['offline', { connection: { state: 'offline' } }, 'offline', 'Offline'],
  ['failed', { connection: { state: 'failed', reason: 'auth' } }, 'failed', 'No connection to Practice'],
  ['a key is wanted, which is no failure', { connection: { state: 'failed', reason: 'no-key' } }, 'offline', 'No API key for Practice'],
  ['switching', { switching: true }, 'switching', 'Switching…'],
  ['hands-free', { mode: 'hands-free' }, 'open', 'Listening, hands-free'],
  ['hands-free, hearing', { mode: 'hands-free', phase: 'listening', hearing: true }, 'listening', 'Hearing you'],
  ['hands-free, muted', { mode: 'hands-free', muted: true }, 'muted', 'Muted'],
  ['hands-free, muted, answering', { mode: 'hands-free', muted: true, phase: 'speaking' }, 'speaking', 'Speaking'],
  ['hands-free, no line', { mode: 'hands-free', connection: { state: 'failed', reason: 'network' } }, 'failed', 'No connection to Practice'],
]

describe('the state in words', () => {
  it.each(rows)('%s', (_name, change, status, title) => {
    const { status: seen, title: said } = statusWordsOf(sampleView(change))
    expect([seen, said]).toEqual([status, title])
  })

  it('says how a turn without the key is ended', () => {
    expect(statusWordsOf(sampleView({ phase: 'listening', latched: true })).detail).toBe('Right Ctrl again to send · Esc to discard')
  })

  it('gives the reason of a failed connection', () => {
    expect(statusWordsOf(sampleView({ connection: { state: 'failed', reason: 'quota' } })).detail).toBe(errorWords('quota'))
  })

  it('tells those without a key release how the key works', () => {
    expect(statusWordsOf(sampleView({ talkKeyStyle: 'toggle' })).detail).toContain('press once to start, again to send')
  })

  it('offers another try only where no turn runs', () => {
    const failed = { connection: { state: 'failed', reason: 'auth' } } as const
    expect([canRetry(sampleView(failed)), canRetry(sampleView({ ...failed, phase: 'speaking' })), canRetry(sampleView())]).toEqual([true, false, false])
  })
})
