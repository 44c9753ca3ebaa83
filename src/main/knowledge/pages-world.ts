import type { AppError } from '../../shared/errors/errors'
import type { KnowledgeStatus } from '../../shared/knowledge/passages'
import type { Result } from '../../shared/result'
import type { KnowledgeIndex } from './core/ports'
import type { KnowledgeWorld } from './knowledge-world'

/** What the pages of this feature stand on. */
export interface KnowledgePagesWorld extends Pick<KnowledgeWorld, 'settings' | 'updateSettings' | 'confirmPatiently' | 'files' | 'secrets' | 'push' | 'mint' | 'notify' | 'records' | 'openFile' | 'standing'> {
  readonly index: Pick<KnowledgeIndex, 'files' | 'locate' | 'sent' | 'forgetSent'>
  /** As it was told last; null: nothing was yet. */
  readonly status: () => KnowledgeStatus | null
  /** The embedder in use stays, with another key. */
  readonly keyChanged: () => Promise<void>
  /** Answered when the index knows of the folders that are chosen now. */
  readonly followed: () => Promise<Result<null, AppError>>
}
