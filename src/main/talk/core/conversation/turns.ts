import { answeredCall, saidText, speechChars, type ToldItem, toldSpeech } from './said'

/** A question and what answers it, oldest first; only items that there is something to tell of. */
export interface ToldTurn {
  readonly items: readonly ToldItem[]
  /** Characters a model would have to read. */
  readonly size: number
}

/** Characters it takes to tell an item; 0: it is not told. */
export function toldSize(item: ToldItem): number {
  const call = answeredCall(item)
  const speech = toldSpeech(item)
  if (speech !== null) return speechChars(speech)
  return call === null ? saidText(item).length : call.name.length + call.arguments.length + call.output.length
}

/** Each thing a person said begins a turn; what comes before the first one is a turn as well. */
export function toldTurns(items: readonly ToldItem[]): readonly ToldTurn[] {
  const turns: { items: ToldItem[]; size: number }[] = []
  for (const item of items) {
    const size = toldSize(item)
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

/** How many of the newest turns fit whole, in one stretch. The newest counts always: it is cut if it must be. */
export function newestWithin(turns: readonly ToldTurn[], budgetChars: number): number {
  let left = budgetChars
  let count = 0
  for (const { size } of turns.toReversed()) {
    left -= size
    if (left < 0) break
    count += 1
  }
  return Math.max(1, count)
}
