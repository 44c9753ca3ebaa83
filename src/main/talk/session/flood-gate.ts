import type { ItemId } from '../../../shared/ids'
import { firstCharacters } from '../../../shared/text/characters'
import { itemBorn, type TextPlace, withTexts } from '../core/realtime/event-texts'
import type { ServerEvent } from '../core/realtime/server-event'

/** More than anybody says in the hour that a session lives. */
const MOST_ITEMS = 2_000
/** Room beside them for what the person asks: a question and its answer are not left out because of what nobody asked for. */
const MOST_ASKED = 200
/** All the text of a session, in UTF-16 units: as much as one frame can bring. */
const MOST_CHARS = 64 * 1_024 * 1_024

/** What of a session's events comes into the conversation. A server that sends without end must not fill screen, memory and disk. */
export class FloodGate {
  private session = -1
  private readonly items = new Set<ItemId>()
  private readonly sizes = new Map<ItemId, number>()
  /** Since a part of it was last called done. */
  private readonly inProgress = new Map<ItemId, number>()
  private chars = 0
  private hasOverflowed = false

  constructor(
    /** Something was left out: once a session. */
    private readonly overflow: () => void,
    private readonly most: { readonly items: number; readonly asked: number; readonly chars: number } = { items: MOST_ITEMS, asked: MOST_ASKED, chars: MOST_CHARS },
  ) {}

  /** As much of the event as there is room for; null: nothing. */
  admit(session: number, event: ServerEvent, asked: boolean): ServerEvent | null {
    if (session !== this.session) this.begin(session)
    const item = itemBorn(event)
    if (item !== null && !this.items.has(item)) {
      if (this.items.size >= this.most.items + (asked ? this.most.asked : 0)) return this.leaveOut(null)
      this.items.add(item)
    }
    return withTexts(event, (id, text, place) => this.take(id, text, place))
  }

  private begin(session: number): void {
    this.session = session
    this.items.clear()
    this.sizes.clear()
    this.inProgress.clear()
    this.chars = 0
    this.hasOverflowed = false
  }

  private take(item: ItemId, text: string, place: TextPlace): string {
    const size = this.sizes.get(item) ?? 0
    const replaced = this.replacedBy(item, place, size)
    const room = this.most.chars - this.chars + replaced
    const taken = text.length <= room ? text : this.leaveOut(firstCharacters(text, room))
    const grown = Math.max(0, taken.length - replaced)
    this.chars += grown
    if (grown > 0) this.sizes.set(item, size + grown)
    if (place === 'adds') this.inProgress.set(item, (this.inProgress.get(item) ?? 0) + grown)
    else this.inProgress.delete(item)
    return taken
  }

  private replacedBy(item: ItemId, place: TextPlace, size: number): number {
    if (place === 'adds') return 0
    return place === 'completes' ? (this.inProgress.get(item) ?? 0) : size
  }

  private leaveOut<T>(left: T): T {
    if (!this.hasOverflowed) this.overflow()
    this.hasOverflowed = true
    return left
  }
}
