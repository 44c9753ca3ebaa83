import { expect, test } from 'vitest'
import { plainTool } from '../../unit/tools/support'
import { counterFile, slowSource, startWithTools } from '../support/tools'

const TOOL_MS = 300

/** A call first, and then words that take longer to be said than the tool takes. */
const SCRIPT = [
  { outputs: [{ kind: 'function-call', name: 'tool', arguments: '{}' }, { kind: 'say', text: 'One moment please, I am going to have a look at that for you right now.', phase: 'commentary' }] },
  { outputs: [{ kind: 'say', text: 'There it is.' }] },
] as const

/** From the end of the answer that calls to the output. */
async function waited(effect: 'read' | 'write') {
  const counter = counterFile()
  const world = await startWithTools([slowSource(plainTool({ effect, level: effect === 'read' ? 0 : 2, isOwn: true }, 'tool'), TOOL_MS, counter.add)], { forgives: [], script: SCRIPT, pacing: { speed: 5, thinkMs: 10 } })
  world.speak()
  await world.until(() => {
    for (const item of world.audio.played.keys()) world.audio.facts.playbackDrained(item, world.audio.samplesPlayed(item), 0)
    return world.audio.played.size === 2 && world.sut.facts().turnPhase === 'idle'
  })
  const events = world.sent.filter((type) => !/append|session|clear/.test(type))
  return { ms: (world.times.item[0] ?? NaN) - (world.times.done[0] ?? NaN), events, ran: counter.lines().length, violations: world.practice.sessions[0]?.violations }
}

test('a look begins while its answer goes on, so its output waits for nothing behind it; a write begins behind it', { timeout: 30_000 }, async () => {
  const [read, write] = [await waited('read'), await waited('write')]
  const common = { events: ['input_audio_buffer.commit', 'response.create', 'conversation.item.create', 'response.create'], ran: 1, violations: [] }
  expect([{ ...read, ms: read.ms < TOOL_MS / 2 }, { ...write, ms: write.ms > TOOL_MS * 0.9 }]).toEqual([{ ...common, ms: true }, { ...common, ms: true }])
})
