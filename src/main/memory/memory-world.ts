import type { FeatureWorld } from '../app/feature-world'
import type { FactStore } from './core/ports'

export interface MemoryFeatureWorld extends FeatureWorld {
  readonly store: FactStore
}
