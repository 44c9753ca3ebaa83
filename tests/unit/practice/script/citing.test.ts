import { expect, it } from 'vitest'
import { citing } from '../../../../src/main/practice/script/citing'

const PASSAGES = [{ cite: 'A1', file: 'Lease.md', text: '\nEleven\n\nweeks.' }, { cite: 'A2', file: 'Soup.md', text: 'Salt.' }]
const wrapped = (found: object): string => JSON.stringify({ source: 'your files', untrusted: true, text: JSON.stringify(found) })

it.each([
  ['the first passage, with its file and its sign', [wrapped({ mode: 'words', passages: PASSAGES })], 'Eleven weeks. So it says in Lease.md [A1].'],
  ['unwrapped, behind another output', ['noon', JSON.stringify({ passages: PASSAGES })], 'Eleven weeks. So it says in Lease.md [A1].'],
  ['what is no passage is passed over', [wrapped({ passages: [{ cite: 1 }, null, ...PASSAGES] })], 'Eleven weeks. So it says in Lease.md [A1].'],
  ['a search that found nothing', [wrapped({ mode: 'words', passages: [], found: 'nothing' })], 'Nothing about that was found in your folders.'],
  ['another tool', ['{"time":"noon"}', 'broken {'], null],
  ['no output', [], null],
])('%s', (_what, outputs, said) => {
  expect(citing(outputs)).toBe(said)
})
