/** Where a line was, in pixels from the top of the list. */
export interface LinePlace {
  readonly key: string
  readonly start: number
}

/** How far most of the lines have moved: one of them may have gone elsewhere on its own. */
export function sharedShift(before: readonly LinePlace[], startNow: (key: string) => number | undefined): number {
  const shifts = before.flatMap(({ key, start }) => {
    const now = startNow(key)
    return now === undefined ? [] : [now - start]
  })
  return shifts.toSorted((a, b) => a - b)[Math.floor(shifts.length / 2)] ?? 0
}
