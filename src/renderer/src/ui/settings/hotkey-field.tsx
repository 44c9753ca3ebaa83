import { useEffect, useState } from 'react'
import { errorWords } from '../../../../shared/error-words'
import type { ErrorTag } from '../../../../shared/errors'
import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import { Button } from '../parts/button'
import { Field } from './field'
import type { Save } from './save'

interface HotkeyFieldProps {
  readonly which: 'talk' | 'mode'
  readonly label: string
  readonly keyLabel: string
  readonly hint?: string
  readonly assistant: Pick<AssistantApi, 'recordHotkey'>
  readonly save: Save
}

const patchOf = (which: 'talk' | 'mode', key: string) => (which === 'talk' ? { talkKey: key } : { modeKey: key })

const recordWords = (tag: ErrorTag): string => (tag === 'timeout' ? 'No key was pressed; choose this again to try once more.' : errorWords(tag))

/** Main listens for the key: many of them (Fn, AltGr, chords of the system) never reach a page. */
export function HotkeyField({ which, label, keyLabel, hint, assistant, save }: HotkeyFieldProps) {
  const [recording, setRecording] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useKeysSwallowed(recording)
  const record = async () => {
    setRecording(true)
    setProblem(null)
    const answer = await assistant.recordHotkey(which).finally(() => setRecording(false))
    setProblem(answer.ok ? await save(patchOf(which, answer.value)) : recordWords(answer.error.tag))
  }
  return (
    <Field label={label} problem={problem} {...(hint !== undefined && { hint })}>
      {(ids) => (
        <Button {...ids} name={`${which}Key`} onClick={() => void record()} disabled={recording} data-recording={recording}>
          {recording ? 'Press a key…' : keyLabel}
        </Button>
      )}
    </Field>
  )
}

/** While a key is recorded it must not also press a button or leave the screen. */
function useKeysSwallowed(on: boolean): void {
  useEffect(() => {
    if (!on) return
    const swallow = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', swallow, true)
    window.addEventListener('keyup', swallow, true)
    return () => {
      window.removeEventListener('keydown', swallow, true)
      window.removeEventListener('keyup', swallow, true)
    }
  }, [on])
}
