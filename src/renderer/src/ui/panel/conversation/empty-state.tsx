import type { ReactNode } from 'react'
import type { AssistantView, ConnectionView } from '../../../../../shared/view'
import { say, sayParts } from '../../../../../shared/words/say'
import { Drawn } from '../../parts/drawn'
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
    <Empty title={say(READY.has(view.connection.state) ? 'panel.ready' : 'panel.how-it-works')}>
      <HowToTalk view={view} />
    </Empty>
  )
}

function PracticeWelcome({ view, openSettings }: Omit<EmptyStateProps, 'usePractice'>) {
  return (
    <Empty title={say('common.echo-test')}>
      <p>{say('panel.echo-test-about')}</p>
      <HowToTalk view={view} />
      <p className="empty-more">
        <Button look="plain" onClick={() => openSettings('connection')}>{say('panel.connect-open-ai')}</Button>
      </p>
    </Empty>
  )
}

function KeyWanted({ openSettings, usePractice }: Omit<EmptyStateProps, 'view'>) {
  return (
    <Empty title={say('panel.key-wanted')}>
      <p>{say('panel.key-wanted-about')}</p>
      <div className="empty-actions">
        <Button look="main" onClick={() => openSettings('connection')}>{say('panel.enter-key')}</Button>
        <Button onClick={usePractice}>{say('panel.use-echo-test')}</Button>
      </div>
    </Empty>
  )
}

function HowToTalk({ view }: { readonly view: AssistantView }) {
  if (view.mode === 'hands-free') return <p>{say('panel.just-speak')}</p>
  const key = <KeyCap words={view.talkKeyLabel} />
  const steps = {
    hold: [<Drawn parts={sayParts('panel.hold-key-step', { key })} />, say('panel.speak-step'), say('panel.let-go-step')],
    toggle: [<Drawn parts={sayParts('panel.press-key-step', { key })} />, say('panel.speak-step'), <Drawn parts={sayParts('panel.press-again-step', { key })} />],
    none: [say('panel.hold-button-step'), say('panel.speak-step'), say('panel.let-go-step')],
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
