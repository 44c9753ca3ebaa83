import type { FeatureWorld } from '../app/feature-world'
import type { FactStore } from './core/ports'

export interface MemoryFeatureWorld extends FeatureWorld {
  readonly store: FactStore
  readonly isPrivate: () => boolean
  /** Where an export goes; null: nowhere. */
  readonly chooseFile: () => Promise<string | null>
}
