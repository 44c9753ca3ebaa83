import { useEffect, useRef, useState } from 'react'
import type { KnowledgeState } from '../../../../../shared/ipc/knowledge'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import { createKnowledgeStore, type KnowledgeStore } from '../../../state/settings/knowledge-store'
import { useStore } from '../../../store/use-store'
import { diskWords, removedFolderWords } from '../../../words/knowledge-words'
import { Button } from '../../parts/controls/button'
import { SwitchField } from '../fields/switch-field'
import { EmbedderFields } from './embedder-fields'
import { FolderList } from './folder-list'
import './knowledge.css'

/** The folders that answers may be looked up in, and whether their text goes anywhere for that. */
export function KnowledgeFields({ preferences }: { readonly preferences: SettingsApi }) {
  const [store] = useState(() => createKnowledgeStore(preferences))
  const state = useStore(store.state)
  useEffect(() => {
    void store.load()
    return store.follow()
  }, [store])
  return state === null ? null : <Folders state={state} store={store} preferences={preferences} />
}

interface FoldersProps {
  readonly state: KnowledgeState
  readonly store: KnowledgeStore
  readonly preferences: SettingsApi
}

function Folders({ state, store, preferences }: FoldersProps) {
  const { folders, status, paused } = state
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const choose = async () => {
    setSaid(null)
    setProblem(await store.add())
  }
  const remove = async (id: string, name: string) => {
    const failure = await store.remove(id)
    setProblem(failure)
    setSaid(failure === null ? removedFolderWords(name) : null)
    add.current?.focus() // its own button is gone
  }
  return (
    <>
      {folders.length === 0
        ? <p data-testid="no-folders">Choose a folder, and Parley can look up answers in its documents and name the file they are from.</p>
        : <FolderList state={state} preferences={preferences} remove={(id, name) => void remove(id, name)} />}
      <div className="knowledge-actions">
        <Button ref={add} icon="plus" onClick={() => void choose()} data-testid="add-folder">Add a folder…</Button>
      </div>
      <p role="alert" className="field-problem" data-testid="folder-problem">{problem}</p>
      <p role="status" className="field-hint" data-testid="folder-said">{said}</p>
      {folders.length > 0 && (
        <SwitchField
          name="pause-reading"
          label="Pause reading"
          hint={status === null ? 'It also rests while you talk.' : `It also rests while you talk. ${diskWords(status.bytesOnDisk)}`}
          checked={paused}
          save={store.pause}
        />
      )}
      <EmbedderFields state={state} store={store} />
    </>
  )
}
