import { expect, test } from 'vitest'
import { type ConversationEvent, EMPTY_CONVERSATION, reduceConversation } from '../../../../../src/main/talk/core/conversation/reduce'
import { itemId, responseId } from '../../../../../src/shared/ids'

const IN = { response: responseId('R1'), item: itemId('A1'), part: 0 }
const item = { id: IN.item, role: 'assistant', status: 'completed', text: '', speech: true, callId: null, arguments: null, output: null } as const
const called: ConversationEvent = { type: 'conversation.item.added', item: { ...item, type: 'function_call', status: 'in_progress', name: 'open' }, previous: null }
const silent: ConversationEvent = { type: 'conversation.item.done', item: { ...item, type: 'message', name: null }, previous: null }
const said = (delta: string): ConversationEvent => ({ type: 'response.output_audio_transcript.delta', ...IN, delta })
const told = (transcript: string): ConversationEvent => ({ type: 'response.output_audio_transcript.done', ...IN, transcript })
const partDone = (text: string, part = 0, speech = true): ConversationEvent => ({ type: 'response.content_part.done', ...IN, part, text, speech })
const trace = (...events: readonly ConversationEvent[]) =>
  events.reduce(reduceConversation, EMPTY_CONVERSATION).items.map(({ id, role, kind, text, status }) => `${id} ${role} ${kind} "${text}" ${status}`)

test('takes words from the end of a part where nothing else has completed them', () => {
  expect([
    trace(partDone('One.'), partDone('Two.', 1)),
    trace(partDone('One.'), said('One.'), told('One.')), // reordered
    trace(told('One.'), told('Two.'), partDone('One.')), // several completed it, the part repeats the first
    trace(said('One'), partDone('One. Two.')),
    trace(said('One.'), partDone('', 0)),
    trace(told('One.'), partDone('One.', 0, false)), // it is what it was
    trace(partDone('One.', 0, false)),
    trace(silent, partDone('One.')), // late
    trace(called, partDone('One.')),
  ]).toEqual([
    ['A1 assistant speech "One. Two." in-progress'],
    ['A1 assistant speech "One." in-progress'],
    ['A1 assistant speech "One. Two." in-progress'],
    ['A1 assistant speech "One. Two." in-progress'],
    ['A1 assistant speech "One." in-progress'],
    ['A1 assistant speech "One." in-progress'],
    ['A1 assistant text "One." in-progress'],
    ['A1 assistant speech "One." done'],
    ['A1 assistant tool "" in-progress'],
  ])
})
