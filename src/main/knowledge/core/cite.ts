const LETTERS = 26

/** A, B, … Z, AA, AB: of the searches of one run. */
export function letterOf(search: number): string {
  const last = String.fromCharCode(65 + (search % LETTERS))
  return search < LETTERS ? last : `${letterOf(Math.floor(search / LETTERS) - 1)}${last}`
}
