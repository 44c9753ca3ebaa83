import { expect, test } from 'vitest'
import type { Fault, FaultName } from '../../../src/main/practice/faults/faults'
import type { ConversationItem } from '../../../src/shared/conversation'
import type { ItemId } from '../../../src/shared/ids'
import { type Loop, speak, startLoop } from '../support/loop'

/** The loudspeaker renders all it was given and told to end. */
function render(loop: Loop): void {
  const ended = loop.audio.calls.flatMap((call) => (call.startsWith('end ') ? [call.slice(4) as ItemId] : []))
  for (const item of ended) loop.audio.facts.playbackDrained(item, loop.audio.samplesPlayed(item), 0)
}

async function answered(faults: readonly (Fault | FaultName)[]) {
  const loop = await startLoop({ faults })
  await loop.ready()
  const speech = speak(loop)
  await loop.until(() => {
    render(loop)
    expect(loop.view().phase).toBe('idle')
  })
  const played = [...loop.audio.played.keys()].reduce((sum, item) => sum + loop.audio.samplesPlayed(item), 0)
  const done = (items: readonly ConversationItem[]) => items.filter(({ role, status }) => role === 'assistant' && status === 'done').length
  const kept = [...loop.history.talks.keys()].flatMap((talk) => loop.history.stored(talk).map(({ item }) => item))
  return { finished: [done(loop.assistant.snapshot().items), done(kept)], whole: played === speech.length, played: played > 0, notice: loop.view().notice?.tag ?? null, sessions: loop.practice.sessions.length }
}

const ODD: readonly (readonly [string, readonly (Fault | FaultName)[]])[] = [
  ['announced late', [{ name: 'late-created', value: 300 }]],
  ['never announced', ['no-created']],
  ['without the name of the response', ['no-response-ids']],
  ['never announced, without a name, without ends', ['no-created', 'no-response-ids', 'no-ends']],
  ['without the ends of its items', ['no-ends']],
  ['without any word that an item of it is done', ['no-ends', 'item-created']],
  ['without that, and without the name of the response', ['no-ends', 'item-created', 'no-response-ids']],
  ['in pieces of a millisecond', [{ name: 'small-chunks', value: 1 }]],
  ['with every event twice', ['duplicate-events']],
]

test.each(ODD)('an answer %s is played whole, once, over, and finished on the screen and in the history', async (_how, faults) => {
  expect(await answered(faults)).toEqual({ finished: [1, 1], whole: true, played: true, notice: null, sessions: 1 })
})

test.each([
  ['of deltas without audio', 'empty-deltas', null],
  ['without output', 'empty-answer', 'answer-empty'],
  ['that is an error naming nobody', 'error-instead', 'quota'],
] as const)('an answer %s is over, and says so', async (_how, fault, notice) => {
  expect(await answered([fault])).toMatchObject({ whole: false, played: false, notice, sessions: 1 })
})
