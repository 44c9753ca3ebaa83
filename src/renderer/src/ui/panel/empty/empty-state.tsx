import type { ReactNode } from 'react'
import type { TalkApi } from '../../../../../shared/ipc/talk'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import type { OpenSettings } from '../../parts/cured-in-settings'
import { Drawn } from '../../parts/drawn'
import { emptyTitle, emptyWords } from './empty-words'
import { Examples } from './examples'
import './empty-state.css'

interface EmptyStateProps {
  readonly view: AssistantView
  readonly assistant: Pick<TalkApi, 'sendText'>
  readonly openSettings: OpenSettings
  readonly usePractice: () => void
}

/** A server of one's own may need no key; OpenAI always does. */
export const lacksKey = ({ settings, secret }: AssistantView): boolean => settings.endpoint.kind === 'openai' && secret === 'none'

/** What stands where the conversation will be: how to begin, and something to begin with. */
export function EmptyState({ view, assistant, openSettings, usePractice }: EmptyStateProps) {
  if (lacksKey(view)) return <KeyWanted openSettings={openSettings} usePractice={usePractice} />
  const echoes = view.settings.endpoint.kind === 'practice'
  return (
    <Empty title={<Drawn parts={emptyTitle(view)} />}>
      <p>{emptyWords(view)}</p>
      {echoes && !view.private && <p><Button look="plain" onClick={() => openSettings('connection')} data-testid="connect">{say('panel.connect-open-ai')}</Button></p>}
      {!echoes && !view.private && <Examples sendText={assistant.sendText} />}
    </Empty>
  )
}

function KeyWanted({ openSettings, usePractice }: Omit<EmptyStateProps, 'view' | 'assistant'>) {
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

function Empty({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="empty" data-testid="empty-state">
      <div className="empty-column">
        <h1>{title}</h1>
        {children}
      </div>
    </section>
  )
}
