/** Measured values by what was measured, in ms. */
export class Figures {
  private readonly values = new Map<string, number[]>()

  add(name: string, ...ms: readonly number[]): void {
    this.values.set(name, [...(this.values.get(name) ?? []), ...ms])
  }

  get names(): readonly string[] {
    return [...this.values.keys()]
  }

  /** `share` 0.5: the median. NaN where nothing was measured. */
  at(name: string, share: number): number {
    const sorted = (this.values.get(name) ?? []).toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  }
}

const LIMIT = 1.5
/** Such a name stands for a part of the line above: told, but not judged by itself. */
export const DETAIL = '  '
const cell = (ms: number): string => ms.toFixed(1).padStart(10)

/** Medians side by side; what is worse than the issue allows is marked. */
export function printComparison(base: Figures, other: Figures, [baseName, otherName]: readonly [string, string]): void {
  console.log(`${'ms, median (slowest)'.padEnd(44)}${baseName.padStart(10)}${''.padStart(11)}${otherName.padStart(10)}${''.padStart(11)}${'ratio'.padStart(8)}`)
  for (const name of other.names) {
    const [before, after] = [base.at(name, 0.5), other.at(name, 0.5)]
    const ratio = after / before
    const slowest = (figures: Figures) => ` (${figures.at(name, 1).toFixed(1)})`.padEnd(11)
    console.log(`${name.padEnd(44)}${cell(before)}${slowest(base)}${cell(after)}${slowest(other)}${ratio.toFixed(2).padStart(8)}${ratio > LIMIT && !name.startsWith(DETAIL) ? '  more than 1.5' : ''}`)
  }
}
