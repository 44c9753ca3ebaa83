import { expect, it } from 'vitest'
import type { FaultName } from '../../../../src/main/practice/faults/faults'
import type { Frame } from '../../../../src/main/practice/session/wire'
import { append, COMMIT, CREATE, dig, MANUAL, only, speech, startTrace, turn, types, update } from '../trace'

const create = (id: string, more: object = {}) => ({ type: 'conversation.item.create', item: { id, type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi' }], ...more } })
const itemOf = (frames: readonly Frame[]) => dig(frames.at(0), 'item', 'id')
const talked = (...faults: readonly FaultName[]) => {
  const trace = startTrace({ faults, script: [{ outputs: [{ kind: 'say', text: 'One two three four five.' }] }] })
  return [...trace.send(...turn(speech(300))), ...trace.settle()]
}

it('fresh-item-ids names what a client creates by its own choice', () => {
  const named = (faults: readonly FaultName[]) => itemOf(startTrace({ faults }).send(create('msg_1')))
  expect([named([]), named(['fresh-item-ids'])]).toEqual(['msg_1', 'item_T0001'])
})

it('an id of a client has 32 characters at most', () => {
  const codes = [32, 33].map((length) => dig(startTrace().send(create('m'.repeat(length)))[0], 'error', 'code') ?? null)
  expect(codes).toEqual([null, 'string_above_max_length'])
})

it('typed-item-ids takes only what begins as its kind should', () => {
  const call = (id: string, call_id: string) => ({ type: 'conversation.item.create', item: { id, type: 'function_call', call_id, name: 'clock', arguments: '{}' } })
  const events = [create('msg_1'), create('told_1'), create('sys_1', { role: 'system' }), create('msg_2', { role: 'system' }), call('fc_1', 'call_1'), call('msg_3', 'call_1'), call('fc_2', 'c')]
  const answers = events.map((event) => types(startTrace({ faults: ['typed-item-ids'] }).send(event))[0])
  expect(answers.map((type) => type === 'error')).toEqual([false, true, false, true, false, true, true])
})

it('ids-anew counts from one, long-ids as long as asked', () => {
  const trace = (faults: Parameters<typeof startTrace>[0]) => itemOf(startTrace(faults).send({ ...create(''), item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi' }] } }))
  expect([trace({ faults: ['ids-anew'] }), String(trace({ faults: ['long-ids'] })).length]).toEqual(['item_0001', 400])
})

it('item-created uses the old name and leaves out the end', () => {
  const seen = new Set(types(talked('item-created')).filter((type) => /^conversation\.item\.(added|created|done)$/.test(type)))
  expect([...seen]).toEqual(['conversation.item.created'])
})

it('renamed-commits names an item that does not follow', () => {
  const trace = startTrace({ faults: ['renamed-commits'] })
  const frames = trace.send(MANUAL, append(speech(200)), COMMIT)
  const [committed, added] = [only(frames, 'input_audio_buffer.committed')[0]?.['item_id'], itemOf(only(frames, 'conversation.item.added'))]
  expect([typeof committed, committed === added]).toEqual(['string', false])
})

it('sentence-dones tells the words in pieces, and nowhere else', () => {
  const frames = talked('sentence-dones')
  const done = only(frames, 'response.output_audio_transcript.done').map((frame) => frame['transcript'])
  expect([done, frames.filter((frame) => !frame.type.endsWith('transcript.done') && JSON.stringify(frame).includes('three'))]).toEqual([['One two', 'three four', 'five.'], []])
})

it('unasked-deletes takes away what has become whole', () => {
  const trace = startTrace({ faults: ['unasked-deletes'] })
  const frames = [...trace.send(update({ audio: { input: { turn_detection: null, transcription: { model: 'whisper-1' } } } }), append(speech(200)), COMMIT, CREATE), ...trace.settle()]
  expect(only(frames, 'conversation.item.deleted').map((frame) => frame['item_id'])).toEqual(['item_T0001', 'item_T0002'])
})
