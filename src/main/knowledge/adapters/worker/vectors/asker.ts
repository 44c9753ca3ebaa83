import { randomUUID } from 'node:crypto'
import type { SentText } from '../../../../../shared/knowledge/passages'
import type { Database } from '../../../../platform/adapters/database/connection'
import type { EmbedderAccess } from '../../../core/ports'
import { askEmbeddings, EmbeddingTrouble } from './embeddings-client'
import type { Space } from './spaces'

export interface Asking {
  readonly space: Pick<Space, 'id' | 'dimensions'>
  readonly inputs: readonly string[]
  readonly kind: SentText['kind']
  /** Of how many texts of files they are. */
  readonly files: number
  readonly limitMs: number
  /** Breaks it off. Left out: nobody does. */
  readonly signal?: AbortSignal
}

/** Whatever leaves for embedding goes through here, and is written down before it does. */
export class Asker {
  /** Their server refused to be asked for a length. */
  private readonly withoutLength = new Set<number>()

  constructor(private readonly db: Database) {}

  async ask(access: EmbedderAccess, asking: Asking): Promise<readonly Int8Array[]> {
    const { inputs, limitMs, space, signal } = asking
    const dimensions = this.withoutLength.has(space.id) ? null : access.dimensions
    const asked = { inputs, length: space.dimensions, limitMs, signal }
    this.account(access, asking)
    try {
      return await askEmbeddings(access, { ...asked, dimensions })
    } catch (cause) {
      if (dimensions === null || !(cause instanceof EmbeddingTrouble) || !cause.message.includes('(400)')) throw cause
      this.withoutLength.add(space.id)
      this.account(access, asking)
      return askEmbeddings(access, { ...asked, dimensions: null })
    }
  }

  private account({ url }: EmbedderAccess, { inputs, files, kind }: Asking): void {
    const sum = (of: (input: string) => number) => inputs.reduce((total, input) => total + of(input), 0)
    const [bytes, characters] = [sum((input) => Buffer.byteLength(input)), sum((input) => input.length)]
    this.db.run('INSERT INTO sent VALUES (?, ?, ?, ?, ?, ?, ?)', randomUUID(), Date.now(), new URL(url).host, bytes, characters, files, kind)
  }
}
