import { type Block, type Blocks, blocksOf, NO_BLOCKS } from '../../../../../shared/markdown/blocks'

/** A block that takes long to take apart, such as a table of hundreds of rows, is looked at the less often. */
const REST_PER_COST = 8
const CHEAP_MS = 2

export interface Seen {
  readonly blocks: readonly Block[]
  /** Until what came since may be looked at; 0: nothing did. */
  readonly waitMs: number
}

/** The blocks of a text that grows, from one drawing to the next. */
export class GrowingBlocks {
  private known: Blocks = NO_BLOCKS
  private notBefore = 0

  constructor(private readonly now: () => number) {}

  at(text: string, grows: boolean): Seen {
    const waitMs = this.notBefore - this.now()
    if (grows && waitMs > 0 && text !== this.known.text && text.startsWith(this.known.text)) return { blocks: drawn(this.known), waitMs }
    const began = this.now()
    this.known = blocksOf(text, grows, this.known)
    const cost = this.now() - began
    this.notBefore = cost < CHEAP_MS ? 0 : began + cost * (1 + REST_PER_COST)
    return { blocks: drawn(this.known), waitMs: 0 }
  }
}

function drawn({ finished, last }: Blocks): readonly Block[] {
  return (last === null ? finished : [...finished, last])
}
