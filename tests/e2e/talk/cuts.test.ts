import { afterAll, beforeAll, expect, test } from 'vitest'
import { outcomesOf, tally } from '../support/cuts/outcome'
import { cutTalk } from '../support/cuts/run'
import { recordSentences } from '../support/cuts/script'
import { startRig, type Rig } from '../support/sound/rig'

/** The long form, 200 cuts of 20-turn talks: npm run soak:cuts. */
const SEED = Number(process.env['PARLEY_SEED'] ?? Date.now() % 1_000_000)
const TURNS = 6
const CUTS = 9

let rig: Rig
let wavs: readonly string[]
beforeAll(async () => {
  rig = await startRig()
  wavs = await recordSentences(rig, TURNS)
})
afterAll(async () => { await rig.stop() })

test(`a conversation cut at random: all is answered, known or kept, once, as it was heard (seed ${String(SEED)})`, async () => {
  const { wrong, struck, account } = await cutTalk(rig, wavs, SEED, TURNS, CUTS)
  console.log(`${String(struck.length)} cuts: ${tally(struck.map(({ cut }) => cut.label))}; ${tally(outcomesOf(account, struck))}.`)
  expect(wrong).toEqual([])
  expect(struck.length).toBeGreaterThan(CUTS / 2)
})
