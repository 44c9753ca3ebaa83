import type { KnowledgeState } from '../../../../../shared/ipc/knowledge'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { KnowledgeFolder, KnowledgeFolderState } from '../../../../../shared/knowledge/passages'
import { say } from '../../../../../shared/words/say'
import { folderWords, otherKindsWords } from '../../../words/knowledge-words'
import { Button } from '../../parts/controls/button'
import { Icon } from '../../parts/icon'
import { UnreadFiles } from './unread-files'

interface FolderListProps {
  readonly state: KnowledgeState
  readonly preferences: Pick<SettingsApi, 'unreadFiles'>
  readonly remove: (folder: string) => void
}

export function FolderList({ state: { folders, status, paused }, preferences, remove }: FolderListProps) {
  return (
    <ul aria-label={say('knowledge.folders')}>
      {folders.map((folder) => (
        <li key={folder.id} className="knowledge-item" data-testid="knowledge-folder">
          <FolderRow folder={folder} state={status?.folders.find((each) => each.folder === folder.id)} paused={paused} preferences={preferences} remove={remove} />
        </li>
      ))}
    </ul>
  )
}

interface FolderRowProps extends Pick<FolderListProps, 'preferences' | 'remove'> {
  readonly folder: KnowledgeFolder
  readonly state: KnowledgeFolderState | undefined
  readonly paused: boolean
}

function FolderRow({ folder, state, paused, preferences, remove }: FolderRowProps) {
  const files = state === undefined ? 0 : state.files - state.otherKinds
  return (
    <>
      <div className="knowledge-folder">
        <Icon name="folder" />
        <p>
          <span className="knowledge-name"><bdi>{folder.name}</bdi></span>
          <small title={folder.path}><bdi>{folder.path}</bdi></small>
          <small data-testid="folder-state" data-state={state?.state ?? 'unknown'}>{folderWords(state, paused)}</small>
        </p>
        <Button onClick={() => remove(folder.id)} aria-label={say('knowledge.remove-named', { folder: folder.name })} data-testid="remove-folder">{say('common.remove')}</Button>
      </div>
      {state !== undefined && state.waiting > 0 && <progress aria-label={say('knowledge.reading', { folder: folder.name })} max={files} value={files - state.waiting} />}
      {state !== undefined && state.unread > 0 && <UnreadFiles folder={folder.id} count={state.unread} preferences={preferences} />}
      {state !== undefined && state.otherKinds > 0 && <p className="field-hint">{otherKindsWords(state.otherKinds)}</p>}
    </>
  )
}
