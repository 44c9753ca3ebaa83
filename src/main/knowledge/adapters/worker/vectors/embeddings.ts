import type { EmbeddingProgress } from '../../../../../shared/knowledge/passages'
import { sameJson } from '../../../../../shared/same-json'
import type { EmbedderAccess } from '../../../core/ports'
import type { Database } from '../../../../platform/adapters/database/connection'
import { Asker } from './asker'
import { EmbeddingTrouble } from './embeddings-client'
import { accessTo, Spaces, type Space } from './spaces'

/** Servers take 2,048; the answer to so few is read in a moment, and little is sent twice after a fault. */
const BATCH = { inputs: 128, chars: 300_000 } as const
const BATCH_LIMIT_MS = 60_000
const QUESTION_LIMIT_MS = 10_000
const PAUSE_MS = { first: 15_000, most: 600_000 } as const
const MOST_QUESTIONS = 500
/** Of as many other chunks a vector is taken over. */
const MOST_TWINS = 3

interface BareChunk {
  readonly id: number
  readonly text: number
  readonly heading: string | null
  readonly body: string
  readonly hash: Uint8Array
}

/** A question as a vector, and where it can be compared. */
export interface Direction {
  readonly vector: Int8Array
  readonly space: number
}

/** Everything about vectors in one index. */
export class Embeddings {
  private readonly spaces: Spaces
  private asker: Asker
  private access: EmbedderAccess | null = null
  private trouble: EmbeddingTrouble | null = null
  private questionTrouble: EmbeddingTrouble | null = null
  private pauseMs: number = PAUSE_MS.first
  private retryAt = 0
  private asking = new AbortController()

  constructor(
    private readonly db: Database,
    extended: boolean,
  ) {
    this.spaces = new Spaces(db, extended)
    this.asker = new Asker(db)
  }

  /** Said with every piece of work: another one begins anew. */
  use(access: EmbedderAccess | null): void {
    if (sameJson(access, this.access)) return
    this.stop() // what was given up is waited for no longer
    this.access = access
    this.trouble = null
    this.questionTrouble = null
    this.asker = new Asker(this.db)
    this.retryAt = 0
    this.pauseMs = PAUSE_MS.first
    if (access !== null) this.spaces.enter(access)
  }

  /** The passages that are on their way come back without vectors, and are sent again when somebody asks for them. */
  stop(): void {
    this.asking.abort()
    this.asking = new AbortController()
  }

  get isDue(): boolean {
    return this.access !== null && (this.hasBare ? performance.now() >= this.retryAt : this.spaces.former !== null)
  }

  retryInMs(): number | null {
    return this.trouble === null || this.retryAt === Infinity || !this.hasBare ? null : Math.max(1_000, this.retryAt - performance.now())
  }

  progress(): EmbeddingProgress | null {
    if (this.access === null) return null
    const total = this.db.get<{ count: number }>('SELECT count(*) AS count FROM chunks')?.count ?? 0
    const { count, chars } = this.bare
    return { done: total - count, total, charactersLeft: chars, trouble: (this.trouble ?? this.questionTrouble)?.sentence ?? null, meanwhile: this.spaces.former?.model ?? null }
  }

  /** Has some text made vectors. What is about to leave is written down first. */
  async embedSome(): Promise<void> {
    const { access } = this
    const { current: space } = this.spaces
    const chunks = this.nextBatch()
    if (chunks.length === 0) this.spaces.settle()
    if (access === null || space === null || chunks.length === 0) return
    const { signal } = this.asking
    const inputs = chunks.map(({ heading, body }) => `${access.passagePrefix}${heading === null ? '' : `${heading}\n`}${body}`)
    try {
      const files = new Set(chunks.map(({ text }) => text)).size
      const vectors = await this.asker.ask(access, { space, inputs, kind: 'passages', files, limitMs: BATCH_LIMIT_MS, signal })
      if (access !== this.access) return // another one was chosen meanwhile
      this.keep(space, chunks, vectors)
      this.trouble = null
      this.pauseMs = PAUSE_MS.first
    } catch (cause) {
      if (!(cause instanceof EmbeddingTrouble)) throw cause
      if (access === this.access && !signal.aborted) this.failed(cause)
    }
  }

  /** Of a question, for the vectors that are searched now; null: there is none, and no matter why. */
  async question(text: string, isPrivate: boolean): Promise<Direction | null> {
    const { access, searched: space } = this
    if (access === null || space === null || space.dimensions === null) return null
    const known = this.db.get<{ vector: Uint8Array }>('SELECT vector FROM questions WHERE space = ? AND text = ?', space.id, text)?.vector
    if (known !== undefined) return { vector: new Int8Array(known.buffer, known.byteOffset, known.byteLength), space: space.id }
    const asked = accessTo(space, access)
    try {
      const [vector = null] = await this.asker.ask(asked, { space, inputs: [`${asked.queryPrefix}${text}`], kind: 'question', files: 0, limitMs: QUESTION_LIMIT_MS })
      if (access === this.access) this.questionTrouble = null
      if (vector !== null && !isPrivate && this.spaceOf(space.id) !== null) this.remember(space.id, text, vector)
      return vector === null ? null : { vector, space: space.id }
    } catch (cause) {
      if (!(cause instanceof EmbeddingTrouble)) throw cause
      if (access === this.access) this.questionTrouble = cause
      return null
    }
  }

  /** Nothing where those vectors have gone meanwhile. */
  nearest({ vector, space: id }: Direction, count: number): readonly number[] {
    const space = this.spaceOf(id)
    return space === null || space.dimensions !== vector.length ? [] : (this.spaces.table(space)?.nearest(vector, count) ?? [])
  }

  /** A chunk whose text is there already gets the vector of that: only what is new in a file is sent. */
  inherit(chunk: number, hash: Uint8Array): void {
    const twins = this.db.all<{ id: number }>(`SELECT id FROM chunks WHERE hash = ? AND id <> ? ORDER BY embedded DESC LIMIT ${String(MOST_TWINS)}`, hash, chunk)
    if (twins.length > 0) this.spaces.inherit(chunk, twins.map(({ id }) => id))
  }

  removed(chunks: readonly number[]): void {
    this.spaces.removed(chunks)
  }

  /** A few of the new vectors find little: until all are there, those of before are searched, if there are some. */
  private get searched(): Space | null {
    return (this.hasBare ? this.spaces.former : null) ?? this.spaces.current
  }

  private spaceOf(id: number): Space | null {
    const { current, former } = this.spaces
    return [current, former].find((space) => space?.id === id) ?? null
  }

  private get hasBare(): boolean {
    return this.db.get('SELECT 1 FROM chunks WHERE embedded = 0 LIMIT 1') !== undefined
  }

  private get bare(): { readonly count: number; readonly chars: number } {
    const found = this.db.get<{ count: number; chars: number | null }>('SELECT count(*) AS count, sum(chars) AS chars FROM chunks WHERE embedded = 0')
    return { count: found?.count ?? 0, chars: found?.chars ?? 0 }
  }

  private nextBatch(): readonly BareChunk[] {
    let chars = 0
    const rows = this.db.all<BareChunk>(`SELECT id, text, heading, body, hash FROM chunks WHERE embedded = 0 LIMIT ${String(BATCH.inputs)}`)
    return rows.filter(({ body }) => (chars += body.length) <= BATCH.chars)
  }

  /** Not what was deleted meanwhile, whose number another one may have. */
  private keep(space: Space, chunks: readonly BareChunk[], vectors: readonly Int8Array[]): void {
    const table = this.spaces.begin(space, vectors[0]?.length ?? 0)
    this.db.transaction(() => {
      chunks.forEach(({ id, hash }, index) => {
        const vector = vectors[index]
        if (vector === undefined || this.db.get('SELECT 1 FROM chunks WHERE id = ? AND hash = ?', id, hash) === undefined) return
        table.put(id, vector)
        this.db.run('UPDATE chunks SET embedded = 1 WHERE id = ?', id)
      })
    })
  }

  private remember(space: number, text: string, vector: Int8Array): void {
    this.db.run('INSERT OR REPLACE INTO questions VALUES (?, ?, ?, ?)', space, text, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), Date.now())
    this.db.run('DELETE FROM questions WHERE at < (SELECT min(at) FROM (SELECT at FROM questions ORDER BY at DESC LIMIT ?))', MOST_QUESTIONS)
  }

  private failed(cause: EmbeddingTrouble): void {
    this.trouble = cause
    this.retryAt = cause.isFinal ? Infinity : performance.now() + this.pauseMs
    this.pauseMs = Math.min(this.pauseMs * 2, PAUSE_MS.most)
  }
}
