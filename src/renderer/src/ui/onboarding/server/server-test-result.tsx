import { useEffect, useRef } from 'react'
import { verdictWords } from '../../../../../shared/providers/connection-verdict'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { Endpoint } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { Icon } from '../../parts/icon'
import type { ServerTestState } from '../../../state/settings/server-test'
import './server-test-result.css'

interface ServerTestResultProps {
  readonly state: ServerTestState
  readonly endpoint: Pick<Endpoint, 'kind'>
  readonly stop: () => void
}

const verdictOf = (state: ServerTestState): string => (state.name === 'tested' ? (state.verdict ?? 'failed') : state.name)

/** The live region is always there: one that appears together with its words is not read out. */
export function ServerTestResult({ state, endpoint, stop }: ServerTestResultProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.name !== 'untested') box.current?.scrollIntoView({ block: 'nearest' })
  }, [state])
  return (
    <div ref={box} role="status" aria-live="polite" className="test-result" data-testid="test-result" data-verdict={verdictOf(state)}>
      {state.name === 'testing' && (
        <>
          <p>{say('first-run.testing')}</p>
          <Button look="plain" onClick={stop} data-testid="stop-test">{say('common.stop')}</Button>
        </>
      )}
      {state.name === 'tested' && (
        <>
          <Icon name={state.verdict === 'ok' ? 'check' : 'warning'} />
          <p>{state.verdict === null ? errorWords('unexpected') : verdictWords(state.verdict, endpoint)}</p>
        </>
      )}
    </div>
  )
}
