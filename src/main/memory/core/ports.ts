import type { AppError } from '../../../shared/errors/errors'
import type { RememberedFact } from '../../../shared/memory'
import type { Result } from '../../../shared/result'

type Answer<T> = Promise<Result<T, AppError>>

/** Calls are carried out in the order they are made; one that is answered ok is on the disk. */
export interface FactStore {
  facts(): Answer<readonly RememberedFact[]>
  /** Inserted, or replaced by id. */
  saveFact(fact: RememberedFact): Answer<null>
  /** All of them, as JSON; says how many. */
  exportFacts(path: string): Answer<number>
  /** For good. */
  removeFacts(ids: readonly string[]): Answer<null>
}

/** What the person asked to keep in mind. */
export interface FactRecords {
  /** The person's switch. */
  isOn(): boolean
  list(): readonly RememberedFact[]
  /** `isNew` false: it stood there already. */
  add(what: Pick<RememberedFact, 'text' | 'kind' | 'by'>): Promise<Result<{ readonly fact: RememberedFact; readonly isNew: boolean }, string>>
  remove(id: string): Promise<Result<RememberedFact, string>>
  putBack(id: string): Promise<boolean>
}
