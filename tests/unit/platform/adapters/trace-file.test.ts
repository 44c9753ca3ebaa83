import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createTraceFile, noTrace } from '../../../../src/main/platform/adapters/trace-file'
import { createUserAudio, createUserText, inputAudioAppend } from '../../../../src/main/talk/core/realtime/client-event'
import { itemId } from '../../../../src/shared/ids'
import { FakeTimers } from '../../../fakes/fake-timers'
import { silentLogger } from '../../../fakes/fake-world'
import { assistantWith } from '../../app/assistant-world'

test('a voice is never in the trace, whichever way it goes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-trace-'))
  const trace = createTraceFile(folder, new FakeTimers(), false, (text) => text)
  trace.clientEvent(inputAudioAppend('AAAA'))
  trace.clientEvent(createUserAudio(itemId('told_1'), 'AAAAAAAA'))
  trace.clientEvent(createUserText(itemId('told_2'), 'Which tree?'))
  const lines = () => readFile(join(folder, 'wire.jsonl'), 'utf8').then((text) => text.trim().split('\n').map((line) => (JSON.parse(line) as { event: unknown }).event))
  await vi.waitFor(async () => expect(await lines()).toHaveLength(3), { timeout: 5_000 })
  const events = await lines()
  await rm(folder, { recursive: true })
  expect(events).toEqual([
    { type: 'input_audio_buffer.append', bytes: 3 },
    { type: 'conversation.item.create', item: { id: 'told_1', type: 'message', role: 'user', content: [{ type: 'input_audio', bytes: 6 }] } },
    { type: 'conversation.item.create', item: { id: 'told_2', type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Which tree?' }] } },
  ])
})

test.each(['events', 'audio'] as const)('the panel is told that %s are written, from the start on and in a private talk, too', async (kept) => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-trace-'))
  const { sut, view } = await assistantWith({}, silentLogger, undefined, createTraceFile(folder, new FakeTimers(), kept === 'audio', (text) => text))
  const before = view().traced
  sut.newConversation({ private: true })
  const during = [view().private, view().traced]
  await sut.stop()
  await rm(folder, { recursive: true })
  expect([before, during]).toEqual([kept, [true, kept]])
})

test('without a trace the panel is told of none', async () => {
  const { sut, view } = await assistantWith({}, silentLogger, undefined, noTrace)
  const { traced } = view()
  await sut.stop()
  expect(traced).toBeNull()
})
