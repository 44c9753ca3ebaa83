import type { FeatureWorld } from '../app/feature-world'
import type { FolderWatch, KnowledgeIndex } from './core/ports'
import type { KnowledgeRecords } from './core/records'

export interface KnowledgeWorld extends FeatureWorld {
  readonly index: KnowledgeIndex
  readonly folderWatch: FolderWatch
  readonly records: KnowledgeRecords
  /** With the program that people have for it; false: none could. */
  readonly openFile: (path: string) => Promise<boolean>
}
