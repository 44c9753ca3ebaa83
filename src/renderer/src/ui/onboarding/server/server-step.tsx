import { useState } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { ServerEntry } from '../../../../../shared/ipc/servers'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { centsAMinute } from '../../../words/offer-words'
import { Button } from '../../parts/controls/button'
import { apiKey, serverAddress } from '../../settings/fields/checks'
import { ServerCards, type ServerKind } from './server-cards'
import { ServerForm, type ServerText } from './server-form'
import { ServerTestResult } from './server-test-result'
import { StepFrame, type StepMoves } from '../step-frame'
import { useServerTest } from './use-server-test'

interface ServerStepProps {
  readonly moves: StepMoves
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'testServer' | 'stopServerTest' | 'useServer' | 'openLink'>
}

/** Where OpenAI hands out keys. Main shows the address before it is opened. */
const KEY_PAGE = 'https://platform.openai.com/api-keys'

/** A server is chosen only once it has answered, or the person insists. */
export function ServerStep({ moves, view, assistant }: ServerStepProps) {
  const { endpoint } = view.settings
  const [kind, setKind] = useState<ServerKind>(endpoint.kind)
  const [text, setText] = useState<ServerText>({ url: endpoint.kind === 'custom' ? endpoint.url : '', secret: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const test = useServerTest(assistant)
  const entry = entryOf(kind, text)
  const isOk = test.state.name === 'tested' && test.state.verdict === 'ok'
  const changed = () => {
    setProblem(null)
    test.stop()
    test.forget()
  }
  const chooseAndGo = async (): Promise<boolean> => {
    const used = await assistant.useServer(entry)
    if (used.ok) setText((now) => (now === text ? { ...now, secret: '' } : now)) // not what is being typed by now
    setProblem(used.ok ? null : errorWords(used.error.tag))
    if (used.ok) moves.next()
    return used.ok
  }
  const tryIt = async () => {
    const wrong = wrongIn(kind, text)
    setProblem(wrong)
    if (wrong === null) await test.run(entry, chooseAndGo)
  }
  const go = () => void (kind === 'practice' ? chooseAndGo() : tryIt())
  const main = { words: say('common.continue'), press: go, disabled: test.state.name === 'testing' }
  const insists = test.state.name === 'tested' && !isOk && test.state.verdict !== 'no-key'
  return (
    <StepFrame moves={moves} title={say('first-run.server')} main={main}>
      <p className="first-lead">{say('first-run.server-later')}</p>
      <ServerCards
        kind={kind}
        cents={centsAMinute(view.settings.model)}
        choose={(next) => {
          changed()
          setKind(next)
        }}
      >
        {kind !== 'practice' && (
          <ServerForm
            kind={kind}
            text={text}
            hasKey={kind === endpoint.kind && view.secret !== 'none'}
            problem={problem}
            change={(next) => {
              changed()
              setText(next)
            }}
            submit={go}
            getKey={() => void assistant.openLink(KEY_PAGE)}
          />
        )}
      </ServerCards>
      {kind === 'practice' && <p role="alert" className="field-problem">{problem}</p>}
      <ServerTestResult state={test.state} endpoint={entry.endpoint} stop={test.stop} />
      {insists && <p><Button onClick={() => void chooseAndGo()} data-testid="use-anyway">{say('first-run.use-anyway')}</Button></p>}
    </StepFrame>
  )
}

function wrongIn(kind: ServerKind, { url, secret }: ServerText): string | null {
  if (kind === 'practice') return null
  return (kind === 'custom' ? serverAddress(url.trim()) : null) ?? apiKey(secret.trim())
}

function entryOf(kind: ServerKind, { url, secret }: ServerText): ServerEntry {
  if (kind === 'practice') return { endpoint: { kind }, secret: null }
  const key = secret.trim() === '' ? null : secret.trim()
  return { endpoint: kind === 'openai' ? { kind } : { kind, url: url.trim() }, secret: key }
}
