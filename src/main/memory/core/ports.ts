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
