import { expect, test } from 'vitest'
import { Questions } from '../../../../../src/main/mcp/adapters/process/questions'

const FORM = {
  name: { type: 'string', maxLength: 5 }, often: { type: 'integer' }, loud: { type: 'boolean' }, colour: { enum: ['red', 'blue'] }, token: { type: 'string' },
  year: { type: 'integer', minimum: 1900, maximum: 2100 }, day: { type: 'string', format: 'date' }, pets: { type: 'array', items: { enum: ['cat', 'dog'] }, minItems: 1, maxItems: 1 },
}

async function answered(params: object, content: Readonly<Record<string, string | number | boolean | readonly string[]>>): Promise<unknown> {
  const questions = new Questions()
  const ids: string[] = []
  const result = questions.ask({ message: 'Please', ...params }, new AbortController().signal, { ask: (id) => ids.push(id), withdraw: () => undefined, refused: () => undefined })
  questions.answer(ids[0] ?? '', { action: 'accept', content })
  return result
}

const form = { requestedSchema: { type: 'object', properties: FORM, required: ['name'] } }

test('what fits the form is given to the server as it is', async () => {
  const content = { name: 'Anna👍', often: 2, loud: false, colour: 'red', year: 2026, day: '2026-02-28', pets: ['cat'] }
  expect([await answered(form, content), await answered(form, { name: '' }), await answered({ mode: 'url', url: 'https://example.org/x' }, {})]).toEqual([
    { action: 'accept', content }, { action: 'accept', content: { name: '' } }, { action: 'accept', content: {} },
  ])
})

test.each([
  [{ often: 2 }], [{ name: 'Angela' }], [{ name: 5 }], [{ name: 'Anna', often: 1.5 }], [{ name: 'Anna', often: Number.POSITIVE_INFINITY }], [{ name: 'Anna', often: '2' }], [{ name: 'Anna', loud: 'yes' }],
  [{ name: 'Anna', colour: 'green' }], [{ name: 'Anna', token: 'what was left out' }], [{ name: 'Anna', other: 'x' }],
  [{ name: 'Anna', year: 1899 }], [{ name: 'Anna', day: '2026-02-30' }], [{ name: 'Anna', pets: [] }], [{ name: 'Anna', pets: ['cat', 'dog'] }], [{ name: 'Anna', pets: ['cow'] }], [{ name: 'Anna', pets: 'cat' }],
])('what does not fit it is not: %j', async (content) => {
  expect(await answered(form, content)).toEqual({ action: 'decline' })
})

test('with a link goes nothing else', async () => {
  expect(await answered({ mode: 'url', url: 'https://example.org/x' }, { name: 'Anna' })).toEqual({ action: 'decline' })
})
