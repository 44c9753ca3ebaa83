import { ensureBuilt } from '../../../../scripts/lib/app-build.mjs'
import { startPracticeApp } from '../../../e2e/support/app/practice-app'
import { startRig } from '../../../e2e/support/sound/rig'
import { answersOf, framesWhile, HUNDRED_A_SECOND, plainOf } from '../../../e2e/support/talk/streamed-answers'

const DELTAS = 500
/** A frame of a screen, the least by which two rounds can differ. */
const FRAME_MS = 1_000 / 60

interface Measured {
  readonly name: string
  readonly drawn: (readonly number[])[]
  readonly plain: (readonly number[])[]
}

/** How the panel paints while an answer streams at a hundred deltas a second: Markdown of each kind in turns with the same text without marks. */
export async function benchAnswers(rounds: number): Promise<void> {
  await ensureBuilt()
  const rig = await startRig()
  const talking = await startPracticeApp(rig, { pacing: HUNDRED_A_SECOND })
  try {
    const measured = Object.entries(answersOf(DELTAS)).map(([name, text]) => ({ name, text, drawn: [] as (readonly number[])[], plain: [] as (readonly number[])[] }))
    for (let round = 0; round < rounds; round += 1) {
      for (const { text, drawn, plain } of measured) {
        plain.push(await framesWhile(talking, plainOf(text)))
        drawn.push(await framesWhile(talking, text))
      }
    }
    print(measured)
  } finally {
    await talking.stop()
    await rig.stop()
  }
}

const at = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

const SHARES = [0.5, 0.95, 1] as const
const each = (rounds: readonly (readonly number[])[], share: number): readonly number[] => rounds.map((frames) => at(frames, share))

/** The middle of what each round measured, and its best and worst. */
const cell = (values: readonly number[]): string => `${at(values, 0.5).toFixed(1).padStart(8)} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})`.padEnd(26)

/** The middle round of Markdown is beyond the worst of the same text without marks. */
const isWorse = ({ drawn, plain }: Measured, share: number): boolean => at(each(drawn, share), 0.5) > Math.max(...each(plain, share)) + FRAME_MS

function print(measured: readonly Measured[]): void {
  console.log(`${String(DELTAS)} deltas, 100 a second; time between frames, ms: the middle of the rounds (best–worst round)`)
  console.log(`${''.padEnd(34)}${['median', '95 of 100', 'slowest'].map((head) => head.padStart(8).padEnd(26)).join('')}`)
  for (const one of measured) {
    console.log(`${`${one.name}, without marks`.padEnd(34)}${SHARES.map((share) => cell(each(one.plain, share))).join('')}`)
    const worse = SHARES.slice(0, 2).some((share) => isWorse(one, share))
    console.log(`${one.name.padEnd(34)}${SHARES.map((share) => cell(each(one.drawn, share))).join('')}${worse ? 'worse' : ''}`)
  }
}
