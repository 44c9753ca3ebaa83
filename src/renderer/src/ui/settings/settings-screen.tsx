import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { presenceOf } from '../../state/presence'
import { Button, IconButton } from '../parts/button'
import { NoticeBar } from '../parts/notice-bar'
import { AnswerFields } from './answer-fields'
import { ConnectionFields } from './connection-fields'
import { EndpointFields } from './endpoint-fields'
import { KeyFields } from './key-fields'
import { saveWith } from './save'
import { SecretField } from './secret-field'
import { SoundFields, type WatchDevices } from './sound-fields'
import { TalkFields } from './talk-fields'
import { VadFields } from './vad-fields'
import './settings-screen.css'

interface SettingsScreenProps {
  readonly view: AssistantView
  readonly assistant: AssistantApi
  readonly watchDevices: WatchDevices
  readonly close: () => void
}

/** Everything is kept as soon as it is changed or left; there is nothing to confirm. */
export function SettingsScreen({ view, assistant, watchDevices, close }: SettingsScreenProps) {
  const save = useMemo(() => saveWith(assistant), [assistant])
  const { settings } = view
  useEscape(close)
  return (
    <main className="settings" data-testid="settings">
      <SettingsHeader view={view} close={close} />
      <div className="settings-body">
        <Section title="Connection">
          <EndpointFields endpoint={settings.endpoint} save={save} />
          {view.secret !== 'not-needed' && (
            <SecretField key={view.endpointName} place={view.secret} endpointName={view.endpointName} assistant={assistant} />
          )}
          <ConnectionFields settings={settings} save={save} />
        </Section>
        <Section title="Answers">
          {settings.endpoint.kind === 'practice' && <p className="field-hint">Practice uses none of these.</p>}
          <AnswerFields settings={settings} save={save} />
        </Section>
        <Section title="Sound">
          <SoundFields settings={settings} save={save} watchDevices={watchDevices} />
        </Section>
        <Section title="Keys">
          <KeyFields view={view} assistant={assistant} save={save} />
          <TalkFields view={view} save={save} />
        </Section>
        <Section title="Hands-free">
          <VadFields vad={settings.vad} save={save} />
        </Section>
        <Section title="What is kept">
          <p className="field-hint">What stays of your talks, and what ever left this computer, is in the history window, under Privacy.</p>
          <Button onClick={assistant.openHistory} data-testid="settings-history">Open History</Button>
        </Section>
      </div>
      <NoticeBar notice={view.notice} dismiss={assistant.dismissNotice} />
    </main>
  )
}

/** The state is told here too: the talk key works whatever the window shows. */
function SettingsHeader({ view, close }: Pick<SettingsScreenProps, 'view' | 'close'>) {
  const { face, title } = presenceOf(view)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className="settings-header">
      <IconButton icon="back" label="Back to the conversation" onClick={close} data-testid="close-settings" />
      <h1 ref={heading} tabIndex={-1}>Settings</h1>
      <p role="status" aria-live="polite" data-testid="state-line" data-state={face}>{title}</p>
    </header>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function useEscape(close: () => void): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) close()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [close])
}
