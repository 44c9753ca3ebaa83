import { type HeardReading, spokenAt } from '../../../../../shared/audio/heard-readings'
import { Pencil } from './pencil'
import { leafAt, type Spoken, wordAt } from './spoken-place'

/** Answers of which all has been heard; more are not spoken of at once. */
const MOST_OVER = 64

/** A hidden panel: what moves on is not painted for nobody, but that it has come to its end must be. */
const isUnseen = (): boolean => document.documentElement.hasAttribute('data-unseen')

/**
 * Ink, pencil and the word that is being spoken, drawn over what React has made and without changing it: a highlight of the page for what
 * has not been heard yet, and a box behind one word. Both are for the eye alone.
 */
export class SpokenPainter {
  private readonly pencil = new Pencil()
  private readonly over = new Set<string>()
  private furthest = new Map<string, number>()
  private latest: readonly HeardReading[] = []

  constructor(
    private readonly list: HTMLElement,
    private readonly box: HTMLElement,
  ) {}

  /** How far the loudspeaker is. */
  heard(readings: readonly HeardReading[]): void {
    for (const { item } of this.latest) if (readings.every((reading) => reading.item !== item)) this.end(item)
    this.latest = readings
    this.paint()
  }

  /** The page is different, or what is heard. */
  paint(): void {
    if (this.latest.length > 0 && isUnseen()) return
    const spoken = this.latest.flatMap((reading) => this.spokenOf(reading))
    const unbegun = [...this.list.querySelectorAll<HTMLElement>('[data-role="assistant"][data-kind="speech"][data-status="in-progress"] .said')].filter((said) => this.isUnbegun(said))
    this.pencil.draw(new Map([...spoken, ...unbegun.map((said) => [said, null] as const)]))
    this.show(spoken.find(([, word]) => word !== null)?.[1] ?? null)
  }

  close(): void {
    this.pencil.close()
    this.box.hidden = true
  }

  private end(item: string): void {
    this.over.add(item)
    this.furthest.delete(item)
    const [oldest] = this.over
    if (this.over.size > MOST_OVER && oldest !== undefined) this.over.delete(oldest)
  }

  private saidOf(item: string): HTMLElement | null {
    return this.list.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"][data-kind="speech"] .said[data-heard="true"]`)
  }

  /** The answer that a reading is of, and its word; nothing, once it is over or was cut: what was heard of it then stands there for good. */
  private spokenOf(reading: HeardReading): readonly (readonly [HTMLElement, Spoken | null])[] {
    const said = this.saidOf(reading.item)
    if (said === null || this.over.has(reading.item) || said.nextElementSibling !== null) return []
    const leaves = [...said.querySelectorAll<HTMLElement>('[data-from]')]
    const ends = leaves.map(({ dataset }) => Number(dataset['to']))
    const at = this.forward(reading, ends.at(-1) ?? 0)
    return [[said, reading.heardSamples === 0 ? null : spokenIn(leaves, ends, at)]]
  }

  /** It never goes back, though its share may: more sound may come for the same words. */
  private forward(reading: HeardReading, chars: number): number {
    const at = Math.max(this.furthest.get(reading.item) ?? 0, spokenAt(chars, reading))
    this.furthest.set(reading.item, at)
    return at
  }

  private isUnbegun(said: HTMLElement): boolean {
    const item = said.closest<HTMLElement>('[data-item]')?.dataset['item']
    return item !== undefined && !this.over.has(item) && this.latest.every((reading) => reading.item !== item)
  }

  private show(word: Spoken | null): void {
    const place = word === null ? null : boxOf(word, this.list)
    this.box.hidden = place === null
    if (word === null || place === null) return
    this.box.dataset['inCode'] = String(word.node.parentElement?.closest('code') !== null)
    this.box.style.translate = `${String(place.left)}px ${String(place.top)}px`
    this.box.style.width = `${String(place.width)}px`
    this.box.style.height = `${String(place.height)}px`
  }
}

/** Two pixels beyond the word on each side. */
const OUT_PX = 2

function boxOf({ node, start, end }: Spoken, list: HTMLElement): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | null {
  const range = new Range()
  range.setStart(node, start)
  range.setEnd(node, end)
  const word = range.getBoundingClientRect()
  const scroller = node.parentElement?.closest('[data-scrolls]')?.getBoundingClientRect()
  if (word.width === 0 || (scroller !== undefined && (word.left < scroller.left || word.right > scroller.right))) return null
  const { left, top } = list.getBoundingClientRect()
  return { left: word.left - left - OUT_PX, top: word.top - top, width: word.width + 2 * OUT_PX, height: word.height }
}

/** The word at a place of the text, in the leaf that stands for it or in the next one that has a word. */
function spokenIn(leaves: readonly HTMLElement[], ends: readonly number[], at: number): Spoken | null {
  for (let index = leafAt(ends, at); index < leaves.length; index += 1) {
    const leaf = leaves[index]
    const node = leaf?.firstChild
    if (!(node instanceof Text)) continue
    const [from, to] = [Number(leaf?.dataset['from']), Number(leaf?.dataset['to'])]
    const word = wordAt(node.data, Math.max(0, Math.round((node.data.length * (at - from)) / Math.max(1, to - from))))
    if (word !== null) return { node, ...word }
  }
  return null
}
