import type { FeatureWorld } from '../app/feature-world'
import type { FactStore } from './core/ports'

export interface MemoryFeatureWorld extends FeatureWorld {
  readonly store: FactStore
  readonly isPrivate: () => boolean
  /** Its page lists something else now. */
  readonly listChanged: () => void
  /** Where an export goes; null: nowhere. */
  readonly chooseFile: () => Promise<string | null>
}
