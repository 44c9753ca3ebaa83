import type { FeatureWorld } from '../app/feature'
import type { KnowledgeStatus } from '../../shared/knowledge'
import type { KnowledgeIndex } from './core/ports'
import type { KnowledgeRecords } from './core/records'

/** What the pages of this feature stand on. */
export interface KnowledgePagesWorld extends Pick<FeatureWorld, 'settings' | 'updateSettings' | 'confirmPatiently' | 'files' | 'secrets' | 'push' | 'mint' | 'notify' | 'conversation'> {
  readonly index: Pick<KnowledgeIndex, 'setFolders' | 'setEmbedder' | 'files' | 'locate' | 'sent' | 'forgetSent'>
  readonly records: KnowledgeRecords
  /** With the program that people have for it; false: none could. */
  readonly openFile: (path: string) => Promise<boolean>
  /** As it was told last; null: nothing was yet. */
  readonly status: () => KnowledgeStatus | null
}
