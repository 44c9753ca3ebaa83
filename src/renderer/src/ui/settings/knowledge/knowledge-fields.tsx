import { useEffect, useRef, useState } from 'react'
import type { KnowledgeState } from '../../../../../shared/ipc/knowledge'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { KnowledgeFolder } from '../../../../../shared/knowledge/passages'
import { say } from '../../../../../shared/words/say'
import { createKnowledgeStore, type KnowledgeStore } from '../../../state/settings/knowledge-store'
import { useStore } from '../../../store/use-store'
import { backFolderWords, diskWords, removedFolderWords } from '../../../words/knowledge-words'
import { Button } from '../../parts/controls/button'
import { SwitchField } from '../fields/switch-field'
import { Card } from '../page/card'
import { Sheet } from '../page/sheet'
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
  const { folders, removed, status, paused } = state
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const choose = async () => {
    setSaid(null)
    setProblem(await store.add())
  }
  const remove = async (id: string) => {
    const failure = await store.remove(id)
    setProblem(failure)
    setSaid(null)
    add.current?.focus() // its own button is gone
  }
  const putBack = async ({ id, name }: KnowledgeFolder) => {
    const failure = await store.putBack(id)
    setProblem(failure)
    setSaid(failure === null ? backFolderWords(name) : null)
    add.current?.focus()
  }
  return (
    <>
      <Sheet title={say('knowledge.folders')}>
        {folders.length === 0
          ? <p className="field-hint" data-testid="no-folders">{say('knowledge.none')}</p>
          : <FolderList state={state} preferences={preferences} remove={(id) => void remove(id)} />}
        <div>
          <Button ref={add} icon="plus" onClick={() => void choose()} data-testid="add-folder">{say('knowledge.add')}</Button>
        </div>
      </Sheet>
      <p role="alert" className="field-problem" data-testid="folder-problem">{problem}</p>
      <div role="status" className="folder-news" data-testid="folder-said">
        {removed !== null && said === null && (
          <p className="field-hint">{removedFolderWords(removed.name)} <Button look="plain" onClick={() => void putBack(removed)} data-testid="put-back-folder">{say('common.undo')}</Button></p>
        )}
        {said !== null && <p className="field-hint">{said}</p>}
      </div>
      {folders.length > 0 && (
        <Card>
          <SwitchField
            name="pause-reading"
            label={say('knowledge.pause')}
            hint={status === null ? say('knowledge.pause-about') : say('common.two-sentences', { first: say('knowledge.pause-about'), second: diskWords(status.bytesOnDisk) })}
            checked={paused}
            save={store.pause}
          />
        </Card>
      )}
      <EmbedderFields state={state} store={store} />
    </>
  )
}
