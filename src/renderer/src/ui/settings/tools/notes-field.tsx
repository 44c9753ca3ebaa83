import { useRef, useState } from 'react'
import type { ToolList } from '../../../../../shared/ipc/tools'
import { say } from '../../../../../shared/words/say'
import type { ToolLists } from '../../../state/settings/tool-list'
import { Button } from '../../parts/controls/button'
import { Field } from '../../parts/controls/field'
import { useKeptFocus } from '../../parts/layers/use-kept-focus'
import './notes-field.css'

interface NotesFieldProps {
  readonly notes: ToolList['notes']
  readonly lists: Pick<ToolLists, 'chooseNotes' | 'resetNotes'>
}

/** Where notes are written. The system asks for the folder, in a dialog that main draws. */
export function NotesField({ notes: { path, isStandard }, lists }: NotesFieldProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const row = useRef<HTMLDivElement>(null)
  useKeptFocus(row, String(isStandard))
  const change = async (done: Promise<string | null>) => setProblem(await done)
  return (
    <Field label={say('tools.notes')} problem={problem} hint={say('tools.notes-about')}>
      {(ids) => (
        <div ref={row} className="notes-row">
          <bdi className="notes-path" data-testid="notes-path">{path}</bdi>
          <Button {...ids} onClick={() => void change(lists.chooseNotes())} data-testid="choose-notes">{say('tools.notes-choose')}</Button>
          {!isStandard && <Button look="plain" onClick={() => void change(lists.resetNotes())} data-testid="reset-notes">{say('tools.notes-reset')}</Button>}
        </div>
      )}
    </Field>
  )
}
