import { isModifier, type KeyEvent, modifierOf, type Modifiers } from '../core/keys'
import { readingOf } from './hook-readings'
import { isKeycodeDown, type Keymap, type X11Keyboard } from './x11-keyboard'

type Edge = KeyEvent['edge']

/** An X keycode and the key that it is. */
type KeyChoice = readonly [keycode: number, code: string]

export interface KeyReaderParts {
  /** The hook's own name for its number, or null. */
  readonly ownCode: (number: number) => string | null
  /** Which keys are down, as X has it; null where nobody says. */
  readonly keymap: () => Promise<Keymap | null>
  readonly tell: (event: KeyEvent) => void
}

/** What the hook reports of one edge of a key. */
export interface HookEdge {
  readonly number: number
  readonly edge: Edge
  readonly modifiers: Modifiers
  readonly lagMs?: number
}

/** From the hook's numbers to keys. Where X and the hook disagree on a key, X is right. Edges are told in the order in which they come. */
export class KeyReader {
  private keyboard: X11Keyboard | null = null
  private byNumber: ReadonlyMap<number, readonly KeyChoice[]> = new Map()
  /** The hook takes some modifiers for other keys, or the other way round, so its count of them is worth nothing. */
  private misreadsModifiers = false
  private readonly held = new Set<string>()
  private waiting: Promise<void> | null = null

  constructor(private readonly parts: KeyReaderParts) {}

  /** `keycodes`: as they were called when the hook started, for it never looks again. Null: the hook alone is heard. */
  useKeyboard(keyboard: X11Keyboard | null, keycodes: string): void {
    this.keyboard = keyboard
    const keys = [...(keyboard?.codes ?? [])]
    const byNumber = new Map<number, KeyChoice[]>()
    for (const [keycode, code] of keys) {
      const number = readingOf(keycode, keycodes)
      byNumber.set(number, [...(byNumber.get(number) ?? []), [keycode, code]])
    }
    this.byNumber = byNumber
    this.misreadsModifiers = keys.some(([keycode, code]) => {
      const own = this.parts.ownCode(readingOf(keycode, keycodes))
      return own !== code && (isModifier(code) || (own !== null && isModifier(own)))
    })
  }

  /** Whether the keyboard has this key; null: X does not say. */
  has(code: string): boolean | null {
    return this.keyboard === null ? null : [...this.keyboard.codes.values()].includes(code)
  }

  read(event: HookEdge): void {
    if (this.waiting === null && this.follow(event)) return
    const waiting = (this.waiting ?? Promise.resolve()).then(() => this.settle(event))
    this.waiting = waiting
    void waiting.finally(() => this.waiting === waiting && (this.waiting = null))
  }

  /** The modifiers that are down, with the hook's own count where that can be trusted. */
  modifiers(counted: Modifiers): Modifiers {
    if (!this.misreadsModifiers) return counted
    const down = new Set([...this.held].map(modifierOf))
    return { control: down.has('control'), alt: down.has('alt'), shift: down.has('shift'), meta: down.has('meta') }
  }

  /** False: several keys look like this one to the hook, and X must be asked. */
  private follow(event: HookEdge): boolean {
    const choices = this.byNumber.get(event.number) ?? []
    const own = this.parts.ownCode(event.number)
    if (choices.length > 1 && choices.every(([, code]) => code !== own)) return false
    const agreed = choices.length === 0 || choices.some(([, code]) => code === own)
    this.tell(event, agreed ? own : (choices[0]?.[1] ?? null))
    return true
  }

  private async settle(event: HookEdge): Promise<void> {
    if (this.follow(event)) return
    const keymap = await this.parts.keymap()
    this.tell(event, keymap === null ? null : this.asked(event, keymap))
  }

  /** Of the keys it may be: down is one that went down just now, or goes on repeating; up is one that was. */
  private asked({ number, edge }: HookEdge, keymap: Keymap): string | null {
    const choices = this.byNumber.get(number) ?? []
    const isDown = choices.filter(([keycode]) => isKeycodeDown(keymap, keycode)).map(([, code]) => code)
    const held = choices.map(([, code]) => code).filter((code) => this.held.has(code))
    const [code] = edge === 'down' ? [...isDown.filter((each) => !held.includes(each)), ...isDown] : [...held.filter((each) => !isDown.includes(each)), ...held]
    return code ?? null
  }

  /** A key without a name still joins others. */
  private tell({ number, edge, modifiers, lagMs = 0 }: HookEdge, known: string | null): void {
    const code = known ?? `Key${String(number)}`
    if (edge === 'down') this.held.add(code)
    else this.held.delete(code)
    this.parts.tell({ code, edge, lagMs, modifiers: this.modifiers(modifiers) })
  }
}
