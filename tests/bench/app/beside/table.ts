/** What was measured of one program, round by round. */
export type Rounds = ReadonlyMap<string, readonly number[]>

export class Measured {
  readonly #programs = new Map<string, Map<string, number[]>>()

  add(program: string, figures: Readonly<Record<string, number>>): void {
    const rounds = this.#programs.get(program) ?? new Map<string, number[]>()
    this.#programs.set(program, rounds)
    for (const [name, value] of Object.entries(figures)) rounds.set(name, [...(rounds.get(name) ?? []), value])
  }

  get programs(): ReadonlyMap<string, Rounds> {
    return this.#programs
  }
}

export interface Cell {
  readonly median: number
  readonly least: number
  readonly most: number
  /** Of the medians; null where the bare program has nothing of the kind. */
  readonly ratio: number | null
  readonly rounds: readonly number[]
}

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN)) / 2
}

/** By figure, then by program; `bare` is the yardstick of all. */
export function tableOf({ programs }: Measured, bare: string): Readonly<Record<string, Readonly<Record<string, Cell>>>> {
  const names = new Set([...programs.values()].flatMap((rounds) => [...rounds.keys()]))
  return Object.fromEntries([...names].map((name) => [name, rowOf(programs, name, bare)]))
}

function rowOf(programs: ReadonlyMap<string, Rounds>, name: string, bare: string): Readonly<Record<string, Cell>> {
  const yardstick = programs.get(bare)?.get(name)
  const cells = [...programs].flatMap(([program, figures]) => {
    const rounds = figures.get(name)
    return rounds === undefined ? [] : [[program, cellOf(rounds, yardstick)] as const]
  })
  return Object.fromEntries(cells)
}

function cellOf(rounds: readonly number[], yardstick: readonly number[] = []): Cell {
  const [median, bare] = [medianOf(rounds), medianOf(yardstick)]
  return { median, least: Math.min(...rounds), most: Math.max(...rounds), ratio: bare > 0 ? median / bare : null, rounds }
}

const number = (value: number): string => value.toFixed(value < 10 ? 2 : 0)

export function printTable(table: ReturnType<typeof tableOf>): void {
  for (const [name, row] of Object.entries(table)) {
    console.log(`\n${name}`)
    for (const [program, { median, least, most, ratio }] of Object.entries(row)) {
      const spread = `(${number(least)} to ${number(most)})`
      console.log(`  ${program.padEnd(24)}${number(median).padStart(8)}  ${spread.padEnd(20)}${ratio === null ? '' : `${ratio.toFixed(2)} times`}`)
    }
  }
}
