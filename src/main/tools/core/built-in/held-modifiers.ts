/** What a key event says: its key, and which modifiers it came with. */
export interface SeenKey {
  readonly edge: 'down' | 'up'
  readonly code: number
  readonly anyModifier: boolean
}

/**
 * Which modifiers are down, as far as was seen. A key-up that was missed (a locked screen takes them) is made good by any later event
 * without modifiers.
 */
export class HeldModifiers {
  private readonly down = new Set<number>()

  constructor(private readonly modifiers: ReadonlySet<number>) {}

  get any(): boolean {
    return this.down.size > 0
  }

  see({ edge, code, anyModifier }: SeenKey): void {
    if (!this.modifiers.has(code)) {
      if (!anyModifier) this.down.clear()
    } else if (edge === 'down') this.down.add(code)
    else this.down.delete(code)
  }
}
