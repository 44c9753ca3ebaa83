import { countTokens } from 'gpt-tokenizer/encoding/o200k_base'
import { afterEach, expect, test } from 'vitest'
import { ToolNameSchema } from '../../../src/shared/tools/levels'
import { ToolList } from '../../../src/main/tools/tool-list'
import { TOOL_INSTRUCTIONS } from '../../../src/main/tools/instructions'
import { speak } from '../../../src/shared/words/say'
import { defaultSettings, type Settings } from '../../../src/shared/settings'
import { BuiltInWorld } from '../../fakes/fake-built-in'

afterEach(() => speak('en'))

const listWith = (patch: Partial<Settings> = {}) => new ToolList(new BuiltInWorld().sources, () => ({ ...defaultSettings('linux'), ...patch }))

const namesOf = (list: ToolList) => list.definitions.map(({ name }) => name)

/** They stand at the start of the context, paid for in every session, cached as long as no byte of them changes. */
test('what a session is told of the tools is the same each time, and short', () => {
  const [first, second] = [JSON.stringify(listWith().definitions), JSON.stringify(listWith().definitions)]
  const tokens = countTokens(first)
  const lines = countTokens(TOOL_INSTRUCTIONS.join('\n'))
  console.log(`${String(tokens)} tokens for the definitions, ${String(lines)} for the instructions`)
  expect({ same: first === second, few: tokens <= 1_300, short: lines <= 120 }).toEqual({ same: true, few: true, short: true })
})

test('names are such as every server takes, each once, and no line of the instructions holds one', () => {
  const names = namesOf(listWith())
  const told = TOOL_INSTRUCTIONS.join(' ').split(/[^a-zA-Z0-9_]+/)
  expect({ bad: names.filter((name) => !ToolNameSchema.safeParse(name).success), once: new Set(names).size === names.length, named: names.filter((name) => name.includes('_') && told.includes(name)) }).toEqual({ bad: [], once: true, named: [] })
})

test('only what may be asked for is told: less by a switch and by the quick choice, in the same order', () => {
  const all = namesOf(listWith())
  const [without, reading] = [namesOf(listWith({ toolsOff: ['open_url', 'not_there_yet'] })), namesOf(listWith({ toolChoice: 'read-only' }))]
  expect({
    without: without.length === all.length - 1 && without.every((name) => all.includes(name)), inOrder: all.filter((name) => reading.includes(name)), off: namesOf(listWith({ toolChoice: 'off' })), writes: reading.includes('open_url'),
  }).toEqual({ without: true, inOrder: reading, off: [], writes: false })
})

test('what a person reads of them comes out of a catalogue; what the model reads is English in every language', () => {
  const english = listWith().definitions
  speak('en-XA')
  const list = listWith()
  const outside = list.listings.flatMap(({ title, explanation }) => [title, explanation]).filter((words) => !/^\[.*\]$/u.test(words))
  expect({ outside, definitions: list.definitions }).toEqual({ outside: [], definitions: english })
})
