import { describe, test } from 'vitest'
import { PERSONALITIES, type Personality } from '../../../src/main/practice/personalities/personalities'
import { CASES, playedBy } from '../support/personality-cases'

/** All of them: `npm run personalities`. The one that differs most is tried each time. */
const wanted = process.env['PARLEY_PERSONALITIES'] ?? 'speaches'

const isWanted = (name: string): name is Personality => Object.hasOwn(PERSONALITIES, name) && (wanted === 'all' || wanted.split(',').includes(name))

describe.each(Object.keys(PERSONALITIES).filter(isWanted))('a server like %s', (name) => {
  test.each(Object.entries(CASES))('%s', async (_case, run) => run(await playedBy(name)))
})
