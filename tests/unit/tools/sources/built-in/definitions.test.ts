import { expect, test } from 'vitest'
import { BuiltInWorld } from '../../../../fakes/fake-built-in'

const list = () => new BuiltInWorld().sources.flatMap((source) => source.list())
const bytes = () => JSON.stringify(list().map(({ definition }) => definition))

/** Counted once with the tokenizer of o200k: 938 tokens for 4,026 characters, so these are at most about 1,050 of the 1,300 there are. */
const MOST_CHARS = 4_500

test('the same bytes in every session, in a fixed order, and few enough', () => {
  expect({ same: bytes() === bytes(), few: bytes().length <= MOST_CHARS, order: list().map(({ definition, level, isOwn, effect }) => `${definition.name} ${String(level)}${isOwn ? ' own' : ''} ${effect}`) }).toEqual({
    same: true,
    few: true,
    order: [
      'now 0 read', 'calculate 0 read', 'clipboard_read 1 read', 'clipboard_write 2 write', 'look_at_screen 1 read', 'open_url 3 write', 'open_file 3 write', 'add_note 2 own write', 'insert_text 3 write',
      'set_timer 2 own write', 'list_timers 0 read', 'cancel_timer 2 own write', 'remember 2 own write', 'forget 2 own write',
    ],
  })
})

test.each(list().map(({ definition, title, explanation }) => [definition.name, { definition, title, explanation }] as const))('%s is an object of known fields, and one sentence for the person', (name, { definition, title, explanation }) => {
  expect({
    name: /^[a-zA-Z0-9_-]{1,64}$/.test(name),
    fields: Object.keys(definition),
    type: definition.parameters['type'],
    strict: definition.parameters['additionalProperties'],
    words: [title, explanation].every((text) => text.trim() === text && text !== '') && explanation.endsWith('.'),
  }).toEqual({ name: true, fields: ['type', 'name', 'description', 'parameters'], type: 'object', strict: false, words: true })
})
