import { randomUUID } from 'node:crypto'
import type { EmbeddingProgress, SentText } from '../../../../../shared/knowledge/passages'
import type { EmbedderAccess } from '../../../core/ports'
import type { Database } from '../../../../platform/adapters/database/connection'
import { askEmbeddings, EmbeddingTrouble } from './embeddings-client'
import { enterSpace, spaceDimensions } from './space'
import { extensionTable, plainTable, type VectorTable } from './vector-table'

/** Servers take 2,048; the answer to so few is read in a moment, and little is sent twice after a fault. */
const BATCH = { inputs: 128, chars: 300_000 } as const
const BATCH_LIMIT_MS = 60_000
const QUESTION_LIMIT_MS = 10_000
const PAUSE_MS = { first: 15_000, most: 600_000 } as const
const MOST_QUESTIONS = 500

interface BareChunk {
  readonly id: number
  readonly heading: string | null
  readonly body: string
}

/** Everything about vectors in one index. */
export class Embeddings {
  private table: VectorTable | null = null
  private access: EmbedderAccess | null = null
  private trouble: EmbeddingTrouble | null = null
  private pauseMs: number = PAUSE_MS.first
  private retryAt = 0
  /** A server that refused to be asked for a length. */
  private withoutLength = false

  constructor(
    private readonly db: Database,
    private readonly extended: boolean,
  ) {}

  /** Said with every piece of work: another one begins anew. */
  use(access: EmbedderAccess | null): void {
    if (JSON.stringify(access) === JSON.stringify(this.access)) return
    this.access = access
    this.table = null
    this.trouble = null
    this.withoutLength = false
    this.retryAt = 0
    this.pauseMs = PAUSE_MS.first
    if (access !== null) enterSpace(this.db, access)
  }

  get isDue(): boolean {
    return this.access !== null && performance.now() >= this.retryAt && this.bare.count > 0
  }

  retryInMs(): number | null {
    return this.trouble === null || this.retryAt === Infinity || this.bare.count === 0 ? null : Math.max(1_000, this.retryAt - performance.now())
  }

  progress(): EmbeddingProgress | null {
    if (this.access === null) return null
    const total = this.db.get<{ count: number }>('SELECT count(*) AS count FROM chunks')?.count ?? 0
    const { count, chars } = this.bare
    return { done: total - count, total, charactersLeft: chars, trouble: this.trouble?.sentence ?? null }
  }

  /** Has some text made vectors. What is about to leave is written down first. */
  async embedSome(): Promise<void> {
    const { access } = this
    const chunks = this.nextBatch()
    if (access === null || chunks.length === 0) return
    const inputs = chunks.map(({ heading, body }) => `${access.passagePrefix}${heading === null ? '' : `${heading}\n`}${body}`)
    try {
      this.keep(access, chunks, await this.ask(access, inputs, 'passages', BATCH_LIMIT_MS))
      this.trouble = null
      this.pauseMs = PAUSE_MS.first
    } catch (cause) {
      this.failed(cause)
    }
  }

  /** Of a question; null: there is none, and no matter why. `fresh`: it may be remembered. */
  async question(text: string, isPrivate: boolean): Promise<Int8Array | null> {
    const { access } = this
    if (access === null || spaceDimensions(this.db) === null) return null
    const known = this.db.get<{ vector: Uint8Array }>('SELECT vector FROM questions WHERE text = ?', text)?.vector
    if (known !== undefined) return new Int8Array(known.buffer, known.byteOffset, known.byteLength)
    try {
      const [vector = null] = await this.ask(access, [`${access.queryPrefix}${text}`], 'question', QUESTION_LIMIT_MS)
      if (vector !== null && !isPrivate && access === this.access) this.remember(text, vector)
      return vector
    } catch (cause) {
      if (!(cause instanceof EmbeddingTrouble)) throw cause
      this.trouble = cause
      return null
    }
  }

  nearest(vector: Int8Array, count: number): readonly number[] {
    return vector.length === spaceDimensions(this.db) ? (this.vectors(vector.length)?.nearest(vector, count) ?? []) : []
  }

  removed(chunks: readonly number[]): void {
    const length = spaceDimensions(this.db)
    if (length !== null) this.vectors(length)?.remove(chunks)
  }

  private vectors(length: number): VectorTable | null {
    return (this.table ??= this.extended ? extensionTable(this.db, length) : plainTable(this.db))
  }

  private get bare(): { readonly count: number; readonly chars: number } {
    const found = this.db.get<{ count: number; chars: number | null }>('SELECT count(*) AS count, sum(chars) AS chars FROM chunks WHERE embedded = 0')
    return { count: found?.count ?? 0, chars: found?.chars ?? 0 }
  }

  private nextBatch(): readonly BareChunk[] {
    let chars = 0
    const rows = this.db.all<BareChunk>(`SELECT id, heading, body FROM chunks WHERE embedded = 0 LIMIT ${String(BATCH.inputs)}`)
    return rows.filter(({ body }) => (chars += body.length) <= BATCH.chars)
  }

  private async ask(access: EmbedderAccess, inputs: readonly string[], kind: SentText['kind'], limitMs: number): Promise<readonly Int8Array[]> {
    const asked = { inputs, length: spaceDimensions(this.db), limitMs }
    this.account(access, inputs, kind)
    const dimensions = this.withoutLength ? null : access.dimensions
    try {
      return await askEmbeddings(access, { ...asked, dimensions })
    } catch (cause) {
      if (dimensions === null || !(cause instanceof EmbeddingTrouble) || !cause.message.includes('(400)')) throw cause
      this.withoutLength = true
      this.account(access, inputs, kind)
      return askEmbeddings(access, { ...asked, dimensions: null })
    }
  }

  private account({ url }: EmbedderAccess, inputs: readonly string[], kind: SentText['kind']): void {
    const bytes = inputs.reduce((sum, input) => sum + Buffer.byteLength(input), 0)
    this.db.run('INSERT INTO sent VALUES (?, ?, ?, ?, ?)', randomUUID(), Date.now(), new URL(url).host, bytes, kind)
  }

  /** Not where another server was chosen meanwhile, nor what was deleted meanwhile. */
  private keep(access: EmbedderAccess, chunks: readonly BareChunk[], vectors: readonly Int8Array[]): void {
    const length = vectors[0]?.length ?? 0
    const table = access === this.access ? this.vectors(length) : null
    if (table === null) return
    this.db.transaction(() => {
      this.db.run('UPDATE space SET dimensions = ?', length)
      chunks.forEach(({ id }, index) => {
        const vector = vectors[index]
        if (vector === undefined || this.db.get('SELECT 1 FROM chunks WHERE id = ?', id) === undefined) return
        table.put(id, vector)
        this.db.run('UPDATE chunks SET embedded = 1 WHERE id = ?', id)
      })
    })
  }

  private remember(text: string, vector: Int8Array): void {
    this.db.run('INSERT OR REPLACE INTO questions VALUES (?, ?, ?)', text, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), Date.now())
    this.db.run('DELETE FROM questions WHERE text NOT IN (SELECT text FROM questions ORDER BY at DESC LIMIT ?)', MOST_QUESTIONS)
  }

  private failed(cause: unknown): void {
    if (!(cause instanceof EmbeddingTrouble)) throw cause
    this.trouble = cause
    this.retryAt = cause.isFinal ? Infinity : performance.now() + this.pauseMs
    this.pauseMs = Math.min(this.pauseMs * 2, PAUSE_MS.most)
  }
}
