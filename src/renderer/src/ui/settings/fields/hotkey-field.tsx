import { type RefObject, useEffect, useRef, useState } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { ErrorTag } from '../../../../../shared/errors/errors'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { WhichKey } from '../../../../../shared/ipc/hotkeys'
import type { SettingsPatch } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { Field } from '../../parts/controls/field'
import { useKeptFocus } from '../../parts/layers/use-kept-focus'
import type { Save } from './save'
import './hotkey-field.css'

interface HotkeyFieldProps {
  readonly which: WhichKey
  readonly label: string
  /** Empty: it has none. */
  readonly keyLabel: string
  readonly hint?: string
  /** The key it has by default; null when that is the one it has. */
  readonly standard: { readonly key: string; readonly label: string } | null
  readonly assistant: Pick<AssistantApi, 'recordHotkey' | 'onKeysHeld'>
  readonly save: Save
}

const PATCHES: Readonly<Record<WhichKey, (key: string) => SettingsPatch>> = {
  talk: (talkKey) => ({ talkKey }),
  mode: (modeKey) => ({ modeKey }),
  approve: (approveKey) => ({ approveKey }),
  panel: (panelKey) => ({ panelKey }),
}

const recordWords = (tag: ErrorTag): string => (tag === 'timeout' ? say('settings.key-not-pressed') : errorWords(tag))

const heldWords = (held: readonly string[]): string => (held.length === 0 ? say('settings.key-press') : held.join(' + '))

/** Main listens for the key: many of them (Fn, AltGr, chords of the system) never reach a page. */
export function HotkeyField({ which, label, keyLabel, hint, standard, assistant, save }: HotkeyFieldProps) {
  const [recording, setRecording] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const held = useKeysHeld(recording, assistant)
  const here = useHere()
  useKeysSwallowed(recording)
  const row = useRef<HTMLDivElement>(null)
  useKeptFocus(row, standard?.key ?? 'standard')
  const record = async () => {
    setRecording(true)
    setProblem(null)
    const answer = await assistant.recordHotkey(which).finally(() => setRecording(false))
    if (here.current) setProblem(answer.ok ? await save(PATCHES[which](answer.value)) : recordWords(answer.error.tag))
  }
  const reset = async (key: string) => setProblem(await save(PATCHES[which](key)))
  return (
    <Field label={label} problem={problem} {...(hint !== undefined && { hint })}>
      {(ids) => (
        <div ref={row} className="hotkey-row">
          {/* Never disabled: it would lose the focus, and its keys are swallowed. */}
          <Button {...ids} name={`${which}Key`} onClick={() => recording || void record()} aria-disabled={recording} data-recording={recording}>
            {recording ? heldWords(held) : keyLabel === '' ? say('settings.key-unset') : keyLabel}
          </Button>
          {standard !== null && !recording && (
            <Button look="plain" onClick={() => void reset(standard.key)} data-testid={`reset-${which}Key`}>{standard.label === '' ? say('common.remove') : say('settings.key-reset', { key: standard.label })}</Button>
          )}
        </div>
      )}
    </Field>
  )
}

/** False when the place was left: a key pressed elsewhere is meant for something else. */
function useHere(): RefObject<boolean> {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return here
}

function useKeysHeld(on: boolean, { onKeysHeld }: Pick<AssistantApi, 'onKeysHeld'>): readonly string[] {
  const [held, setHeld] = useState<readonly string[]>([])
  useEffect(() => (on ? onKeysHeld(setHeld) : undefined), [on, onKeysHeld])
  return on ? held : []
}

/** While a key is recorded it must not also press a button or leave the screen. */
function useKeysSwallowed(on: boolean): void {
  useEffect(() => {
    if (!on) return
    const swallow = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
    }
    const swallowed = ['keydown', 'keyup', 'auxclick'] as const
    swallowed.forEach((name) => window.addEventListener(name, swallow, true))
    return () => swallowed.forEach((name) => window.removeEventListener(name, swallow, true))
  }, [on])
}
