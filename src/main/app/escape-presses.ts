/** Who says so: the key, by the hook or by the page in front, or the button that stops. */
export type EndedBy = 'hook' | 'page' | 'button'

/**
 * One press of the key comes twice where the panel is in front: from the hook, and from its page, which is later, and much later on a busy
 * machine. A page that is first is so by little.
 */
const SECOND_WITHIN_MS = { hook: 2_000, page: 300 } as const

/** Pairs what is told of one press. Two presses are two, however close: each may be meant for another card. */
export class EscapePresses {
  private readonly once: { by: 'hook' | 'page'; at: number }[] = []

  /** True: this press was told before, by the other one. */
  isSecond(by: EndedBy, at: number): boolean {
    if (by === 'button') return false
    const fresh = this.once.filter((each) => at - each.at < SECOND_WITHIN_MS[each.by])
    const first = fresh.find((each) => each.by !== by)
    this.once.splice(0, Infinity, ...(first === undefined ? [...fresh, { by, at }] : fresh.filter((each) => each !== first)))
    return first !== undefined
  }
}
