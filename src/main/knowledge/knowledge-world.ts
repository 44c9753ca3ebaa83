import type { FeatureWorld } from '../app/feature-world'
import type { FolderWatch, KnowledgeIndex } from './core/ports'

export interface KnowledgeWorld extends FeatureWorld {
  readonly index: KnowledgeIndex
  readonly folderWatch: FolderWatch
}
