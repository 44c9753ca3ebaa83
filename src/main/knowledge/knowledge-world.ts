import type { FeatureWorld } from '../app/feature-world'
import type { FolderWatch, KnowledgeIndex } from './core/ports'
import type { KnowledgeRecords } from './core/records'

export interface KnowledgeWorld extends FeatureWorld {
  readonly index: KnowledgeIndex
  readonly folderWatch: FolderWatch
  readonly records: KnowledgeRecords
  /** Where the person's own things lie, and Parley's. */
  readonly standing: { readonly home: string; readonly own: string }
  /** With the program that people have for it; false: none could. */
  readonly openFile: (path: string) => Promise<boolean>
}
