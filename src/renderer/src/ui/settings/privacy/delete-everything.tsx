import { useState } from 'react'
import type { RemovedEverything } from '../../../../../shared/history'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import { errorWords } from '../../../../../shared/errors/error-words'
import { say } from '../../../../../shared/words/say'
import { removedWords } from '../../../words/history-words'
import { Button } from '../../parts/controls/button'
import { Group } from '../fields/group'

/** Main asks first, in a dialog of the system's. */
export function DeleteEverything({ preferences }: { readonly preferences: Pick<SettingsApi, 'removeEverything'> }) {
  const [removed, setRemoved] = useState<RemovedEverything | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async () => {
    setBusy(true)
    const answer = await preferences.removeEverything().finally(() => setBusy(false))
    setProblem(answer.ok ? null : errorWords(answer.error.tag))
    setRemoved(answer.ok ? answer.value : null)
  }
  return (
    <Group label={say('history.delete-everything')} hint={removed === null ? say('settings.delete-about') : removedWords(removed)} problem={problem}>
      {/* Never disabled: it would lose the focus that the dialog gave back. */}
      <Button look="danger" onClick={() => !busy && void remove()} aria-disabled={busy} data-testid="remove-everything">{say('history.delete-everything-more')}</Button>
    </Group>
  )
}
