import type { ReactNode } from 'react'
import type { AssistantView, ConnectionView } from '../../../../../shared/view'
import { KeyCap } from '../../parts/card/key-cap'
import { Button } from '../../parts/controls/button'
import type { OpenSettings } from '../../parts/cured-in-settings'
import './empty-state.css'

interface EmptyStateProps {
  readonly view: AssistantView
  readonly openSettings: OpenSettings
  readonly usePractice: () => void
}

/** A server of one's own may need no key; OpenAI always does. */
export const lacksKey = ({ settings, secret }: AssistantView): boolean => settings.endpoint.kind === 'openai' && secret === 'none'

/** A press is heard at once. Not while it connects: between two tries the title would come and go. */
const READY: ReadonlySet<ConnectionView['state']> = new Set(['ready', 'asleep'])

/** What stands where the conversation will be. */
export function EmptyState({ view, openSettings, usePractice }: EmptyStateProps) {
  if (view.settings.endpoint.kind === 'practice') return <PracticeWelcome view={view} openSettings={openSettings} />
  if (lacksKey(view)) return <KeyWanted openSettings={openSettings} usePractice={usePractice} />
  return (
    <Empty title={READY.has(view.connection.state) ? 'Ready when you are' : 'How to talk'}>
      <HowToTalk view={view} />
    </Empty>
  )
}

function PracticeWelcome({ view, openSettings }: Omit<EmptyStateProps, 'usePractice'>) {
  return (
    <Empty title="Welcome to Practice">
      <p>Practice answers with your own voice. No account, no cost, and nothing leaves this computer.</p>
      <HowToTalk view={view} />
      <p className="empty-more">
        For real answers, <Button look="plain" onClick={() => openSettings('connection')}>connect OpenAI in Settings</Button>.
      </p>
    </Empty>
  )
}

function KeyWanted({ openSettings, usePractice }: Omit<EmptyStateProps, 'view'>) {
  return (
    <Empty title="OpenAI needs your API key">
      <p>Parley keeps it in the system keychain, sends it to OpenAI and to nobody else, and never shows it again.</p>
      <div className="empty-actions">
        <Button look="main" onClick={() => openSettings('connection')}>Enter the key</Button>
        <Button onClick={usePractice}>Use Practice</Button>
      </div>
    </Empty>
  )
}

function HowToTalk({ view }: { readonly view: AssistantView }) {
  if (view.mode === 'hands-free') return <p>Just speak. Parley hears when you pause, and answers.</p>
  const key = <KeyCap words={view.talkKeyLabel} />
  const steps = {
    hold: [<>Hold {key} in any app</>, 'Speak', 'Let go and hear the answer'],
    toggle: [<>Press {key} in any app</>, 'Speak', <>Press {key} again and hear the answer</>],
    none: ['Hold the button below', 'Speak', 'Let go and hear the answer'],
  }[view.talkKeyStyle]
  return (
    <ol className="steps">
      {steps.map((step, index) => <li key={index}>{step}</li>)}
    </ol>
  )
}

function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="empty" data-testid="empty-state">
      <h1>{title}</h1>
      {children}
    </section>
  )
}
