import { answeredCall, calledSize, oneLine, saidText, speechChars, type RestorableItem, restoredSpeech } from './said'

/** A question and what answers it, oldest first; only items that there is something to tell of. */
export interface RestorableTurn {
  readonly items: readonly RestorableItem[]
  /** Characters a model would have to read. */
  readonly size: number
}

/** Characters it takes to tell an item; 0: it is not told. */
export function restoredSize(item: RestorableItem): number {
  const call = answeredCall(item)
  return call === null ? saidSize(item) : calledSize(call) + oneLine(call.output).length
}

/** And where it is the newest, and told whole. */
export function wholeSize(item: RestorableItem): number {
  const call = answeredCall(item)
  return call === null ? saidSize(item) : calledSize(call) + call.output.length
}

function saidSize(item: RestorableItem): number {
  const speech = restoredSpeech(item)
  return speech === null ? saidText(item).length : speechChars(speech)
}

/** Each thing a person said begins a turn; what comes before the first one is a turn as well. */
export function restorableTurns(items: readonly RestorableItem[]): readonly RestorableTurn[] {
  const turns: { items: RestorableItem[]; size: number }[] = []
  for (const item of items) {
    const size = restoredSize(item)
    if (size === 0) continue
    const last = turns.at(-1)
    if (last === undefined || item.role === 'user') turns.push({ items: [item], size })
    else {
      last.items.push(item)
      last.size += size
    }
  }
  return turns
}

/** How many of the newest turns fit whole, in one segment. The newest counts always: it is cut if it must be. */
export function newestWithin(turns: readonly RestorableTurn[], budgetChars: number): number {
  let left = budgetChars
  let count = 0
  for (const { size } of turns.toReversed()) {
    left -= size
    if (left < 0) break
    count += 1
  }
  return Math.max(1, count)
}
