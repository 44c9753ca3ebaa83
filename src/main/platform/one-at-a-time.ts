/** Work on something that only one may hold: each piece begins when the one before is over, however that ended. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.then(() => undefined, () => undefined)
    return mine
  }
}
