/** Two clocks and a resampler. */
const SAME_MS = 1.5
/** A sound system that is late leaves out a piece, or plays one twice; what follows is that much later or earlier. */
const MOST_SLIP_MS = 60
/** What a slip costs, in clicks: rather one than two clicks that do not fit. */
const SLIP_COST = 1.5
/** So many clicks in a row may have drowned in it. */
const REACH = 4

interface Pair {
  readonly played: number
  readonly sent: number
  readonly score: number
  readonly before: Pair | null
}

/**
 * Which of the clicks that were played are among those that were sent, both in ms, with zeros of their own: the two rows are laid
 * side by side so that as many distances as possible agree. Answers the places in `played`.
 */
export function matchClicks(played: readonly number[], sent: readonly number[]): ReadonlySet<number> {
  const table: (readonly Pair[])[] = []
  let best: Pair | null = null
  for (let row = 0; row < played.length; row += 1) {
    table.push(sent.map((_, column) => pairAt(row, column, { played, sent, table })))
    for (const pair of table[row] ?? []) if (best === null || pair.score > best.score) best = pair
  }
  return placesOf(best)
}

interface Rows {
  readonly played: readonly number[]
  readonly sent: readonly number[]
  readonly table: readonly (readonly Pair[])[]
}

const beforeIn = (played: number, sent: number, table: Rows['table']): readonly Pair[] =>
  table.slice(Math.max(0, played - REACH), played).flatMap((row) => row.slice(Math.max(0, sent - REACH), sent))

function pairAt(played: number, sent: number, rows: Rows): Pair {
  let best: Pair = { played, sent, score: 1, before: null }
  for (const before of beforeIn(played, sent, rows.table)) {
    const slip = Math.abs((rows.played[played] ?? 0) - (rows.played[before.played] ?? 0) - (rows.sent[sent] ?? 0) + (rows.sent[before.sent] ?? 0))
    if (slip > MOST_SLIP_MS) continue
    const score = before.score + 1 - (slip < SAME_MS ? 0 : SLIP_COST)
    if (score > best.score) best = { played, sent, score, before }
  }
  return best
}

/** Between two pairs, as many clicks on both sides are the same ones, each with a slip of its own. */
function placesOf(last: Pair | null): ReadonlySet<number> {
  const places = new Set<number>()
  for (let pair = last; pair !== null; pair = pair.before) {
    places.add(pair.played)
    const { before } = pair
    if (before === null || pair.played - before.played !== pair.sent - before.sent) continue
    for (let place = before.played + 1; place < pair.played; place += 1) places.add(place)
  }
  return places
}
