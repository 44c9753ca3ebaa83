import type { Spoken } from './spoken-place'

const NAME = 'not-heard-yet'

/** Draws what has not been heard yet of each answer. A range that is still right stays: drawn anew, it has the whole answer painted anew. */
export class Pencil {
  private readonly highlight = new Highlight()
  private readonly drawn = new Map<HTMLElement, Range>()

  constructor() {
    CSS.highlights.set(NAME, this.highlight)
  }

  /** Of each answer here: from behind this word, or all of it. Of others nothing. */
  draw(unheard: ReadonlyMap<HTMLElement, Spoken | null>): void {
    for (const said of [...this.drawn.keys()]) if (!unheard.has(said)) this.rub(said)
    for (const [said, from] of unheard) if (!this.isDrawn(said, from)) this.begin(said, from)
  }

  close(): void {
    CSS.highlights.delete(NAME)
  }

  private isDrawn(said: HTMLElement, from: Spoken | null): boolean {
    const range = this.drawn.get(said)
    if (range === undefined) return false
    // Where it really is: a text that React writes anew takes the beginning of a range to its own.
    return from === null ? range.startContainer === said.parentNode : range.startContainer === from.node && range.startOffset === from.end
  }

  private rub(said: HTMLElement): void {
    const range = this.drawn.get(said)
    if (range !== undefined) this.highlight.delete(range)
    this.drawn.delete(said)
  }

  /** To the end of the answer, also where more words come: the browser moves the end along. */
  private begin(said: HTMLElement, from: Spoken | null): void {
    this.rub(said)
    const range = new Range()
    if (from === null) range.setStartBefore(said)
    else range.setStart(from.node, from.end)
    range.setEndAfter(said)
    this.highlight.add(range)
    this.drawn.set(said, range)
  }
}
