import { expect, test } from 'vitest'
import type { FaultName } from '../../../src/main/practice/faults/faults'
import type { PracticeOptions } from '../../support/practice/practice-server'
import { speak, startLoop } from '../support/loop'

/** What may be odd about a server's names; each is right in itself. */
const SERVERS: readonly (readonly [string, readonly FaultName[]])[] = [
  ['gives every item an id of its own choice', ['fresh-item-ids', 'item-created']],
  ['counts its ids anew in each session', ['ids-anew']],
  ['makes ids of 400 characters', ['long-ids']],
  ['does all of that', ['fresh-item-ids', 'item-created', 'ids-anew', 'long-ids']],
  ['insists on the kind of an item in its id', ['typed-item-ids']],
  ['commits a question by another name', ['renamed-commits']],
  ['tells an answer in three pieces', ['sentence-dones']],
  ['deletes what is said', ['unasked-deletes']],
  ['says everything twice', ['duplicate-events']],
]

const ANSWERS = ['It is a lime tree. It is old. It blooms in June.', 'Yes, that is one, too. It is an oak. It is young.', 'You are welcome. Good bye. Until soon.']
const script: NonNullable<PracticeOptions['script']> = ANSWERS.map((text) => ({ outputs: [{ kind: 'say', text }] }))
const SPOKEN = '(0.5 seconds of speech)'
const TALK = [
  'user text: Which tree is this?',
  `assistant speech: ${ANSWERS[0] ?? ''}`,
  `user speech: ${SPOKEN}`,
  `assistant speech: ${ANSWERS[1] ?? ''}`,
  'user text: Thank you.',
  `assistant speech: ${ANSWERS[2] ?? ''}`,
]

/** As the fakes mint them. */
const OUR_ID = /^id_\d+$/

test.each(SERVERS)('a server that %s: two cuts, and everything is there once, on the screen, in the history and in the last session', async (_, faults) => {
  const loop = await startLoop({ faults, script, pacing: { speed: 20 } })
  const { assistant, audio, history, practice, until, view } = loop
  const items = () => assistant.snapshot().items
  const cut = async () => {
    const before = practice.sessions.length
    practice.cut('drop')
    await until(() => expect(practice.sessions.length).toBe(before + 1))
    await loop.ready()
  }
  const whole = async (count: number) => {
    await until(() => expect(items().filter(({ status, text }) => status === 'done' && text !== '')).toHaveLength(count))
    for (const [item] of audio.played) audio.facts.playbackDrained(item, audio.samplesPlayed(item), 0)
    await until(() => expect(view().phase).toBe('idle'))
  }
  await loop.ready()
  assistant.sendText('Which tree is this?')
  await whole(2)
  await cut()
  speak(loop)
  await whole(4)
  await cut()
  assistant.sendText('Thank you.')
  await whole(6)

  const lines = items().map(({ role, kind, text }) => `${role} ${kind}: ${text}`)
  const stored = [...history.talks.keys()].map((talk) => history.stored(talk).map(({ item: { id, role, kind, text } }) => `${OUR_ID.test(id) ? '' : id}${role} ${kind}: ${text}`))
  const known = practice.sessions.at(-1)?.context.map(({ role, text }) => `${role ?? ''}: ${text}`)
  const refused = practice.sessions.flatMap(({ sentTypes }) => sentTypes.filter((type) => type === 'error'))
  expect({ lines, stored, known, refused, notice: view().notice }).toEqual({
    lines: TALK,
    stored: [TALK],
    known: TALK.map((line) => line.replace(/ (text|speech):/, ':')),
    refused: [],
    notice: null,
  })
})
