import { expect, test } from 'vitest'
import type { TalkExtension, TalkFact } from '../../../src/main/talk/extension'
import { isOwn, noteOwn, NO_RESPONSES } from '../../../src/main/talk/core/realtime/own-responses'
import { encodePcm } from '../../../src/main/talk/input/pcm-encoder'
import { appError } from '../../../src/shared/errors/errors'
import { imageId } from '../../../src/shared/ids'
import { bareTalk } from '../../fakes/bare-talk'

const NOTE = { id: imageId('note'), type: 'image/png', width: 1, height: 1, bytes: 3 } as const

/** Uses every part of the seam once. */
function throwAway() {
  const facts: TalkFact['type'][] = []
  const owned: string[] = []
  let admitted = 0
  let own = NO_RESPONSES
  const extension: TalkExtension = {
    name: 'throw-away',
    configure: () => ({ instructions: ['Speak like a pirate.'] }),
    restore: () => [{ text: 'The person is called Ada.' }],
    bring: () => ({ images: [NOTE], urls: ['data:image/png;base64,AAAA'] }),
    admit: () => ((admitted += 1) === 3 ? appError('quota') : null),
    owns: (event) => {
      own = noteOwn(own, event, 'throw-away', false)
      if (isOwn(own, event)) owned.push(event.type)
      return isOwn(own, event)
    },
    heard: ({ type }) => void facts.push(type),
  }
  return { extension, facts, owned }
}

test('a session is made with its instruction, and told what it restores before the talk goes on', async () => {
  const { sent } = await bareTalk([throwAway().extension])
  const [update] = sent('session.update')
  const created = sent('conversation.item.create')
  expect(update).toMatchObject({ session: { instructions: expect.stringMatching(/\n\nSpeak like a pirate\.$/) } })
  expect(created).toMatchObject([{ item: { role: 'system', content: [{ text: 'The person is called Ada.' }] } }])
})

test('what it brings goes right before each commit, and with each typed question in one item', async () => {
  const { sut, transport, ask, answer } = await bareTalk([throwAway().extension])
  const before = transport.last.sent.length
  ask()
  answer('r1', 'Aye.')
  sut.submit({ kind: 'text', text: 'And this?' })
  const kinds = transport.last.sent.slice(before).map((event) => (event.type === 'conversation.item.create' ? JSON.stringify((event as { item?: unknown }).item).match(/"input_\w+"/g)?.join() : event.type))
  expect(kinds.filter((kind) => kind !== 'input_audio_buffer.append' && kind !== 'input_audio_buffer.clear')).toEqual(['"input_image"', 'input_audio_buffer.commit', 'response.create', '"input_text","input_image"', 'response.create'])
})

test('the third question is refused at the press: nothing is opened or asked, the person is told, and the fourth goes', async () => {
  const { audio, told, ask, answer, sent } = await bareTalk([throwAway().extension])
  ask()
  answer('r1', 'One.')
  ask()
  answer('r2', 'Two.')
  const third = { asked: ask(), open: audio.openTurn, requests: sent('response.create').length, told: [...told] }
  expect([third, ask(), sent('response.create').length]).toEqual([{ asked: false, open: null, requests: 2, told: ['quota'] }, true, 3])
})

test('a response of its own is shown to nobody, and it hears what happened in the order it did', async () => {
  const { extension, facts, owned } = throwAway()
  const { sut, say, texts, audio, ask, answer } = await bareTalk([extension])
  sut.beside.send({ type: 'response.create', event_id: 'mine' } as never)
  const [response, item] = [{ id: 'own', metadata: { purpose: 'throw-away' } }, { id: 'own_item', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Nobody reads this.' }] }]
  say('response.created', { response: { ...response, status: 'in_progress', output: [] } })
  say('response.output_item.added', { response_id: 'own', item: { ...item, content: [] } })
  say('response.output_text.delta', { response_id: 'own', item_id: 'own_item', content_index: 0, delta: 'Nobody reads this.' })
  say('response.output_audio.delta', { response_id: 'own', item_id: 'own_item', delta: encodePcm(new Int16Array(480).fill(7)) })
  say('response.done', { response: { ...response, status: 'completed', output: [item] } })
  const shown = [...texts(), ...audio.played.keys()]
  ask()
  answer('r1', 'Aye.')
  const told = facts.filter((fact) => ['connectionReady', 'sessionBegan', 'responseDone', 'itemHeard', 'questionAnswered'].includes(fact))
  expect({ shown, owned, texts: texts(), told }).toEqual({
    shown: [],
    owned: ['response.created', 'response.output_item.added', 'response.output_text.delta', 'response.output_audio.delta', 'response.done'],
    texts: ['user: ', 'assistant: Aye.'],
    told: ['connectionReady', 'sessionBegan', 'responseDone', 'questionAnswered', 'responseDone', 'questionAnswered', 'itemHeard'],
  })
})

test('one that throws keeps neither the talk nor another from going on', async () => {
  const { extension, facts } = throwAway()
  const fails = (): never => {
    throw new Error('no')
  }
  const bad: TalkExtension = { name: 'bad', configure: fails, restore: fails, bring: fails, admit: fails, owns: fails, heard: fails }
  const { ask, answer, texts } = await bareTalk([bad, extension])
  ask()
  answer('r1', 'Aye.')
  expect({ texts: texts(), heard: facts.includes('itemHeard') }).toEqual({ texts: ['user: ', 'assistant: Aye.'], heard: true })
})

test('hands-free is closed where what the server hears by itself may not be answered', async () => {
  let isOpen = true
  const budget: TalkExtension = { name: 'budget', admit: () => (isOpen ? null : appError('quota')) }
  const { sut, say, told } = await bareTalk([budget])
  sut.setMode('hands-free')
  say('session.updated', { session: {} })
  isOpen = false
  say('input_audio_buffer.speech_started', { audio_start_ms: 0, item_id: 'i' })
  const closed = sut.facts().handsFree.on
  sut.setMode('hands-free')
  expect({ closed, again: sut.facts().handsFree.on, told }).toEqual({ closed: false, again: false, told: ['quota', 'quota'] })
})
