import { useState } from 'react'
import type { AlwaysRule } from '../../../../../shared/tools/view'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import { Button } from '../../parts/controls/button'
import './always-rules.css'

interface AlwaysRulesProps {
  readonly rules: readonly AlwaysRule[]
  readonly forget: (rule: string) => Promise<string | null>
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

function sinceWords({ since, until }: AlwaysRule): string {
  const today = new Date()
  const began = clock.date(since, today)
  if (until === null) return say('tools.rule-forever', { since: began })
  return until === 'run' ? say('tools.rule-run', { since: began }) : say('tools.rule-until', { since: began, until: clock.date(until, today) })
}

/** What runs without asking because the person once said "always", and until when. */
export function AlwaysRules({ rules, forget }: AlwaysRulesProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async (rule: string) => setProblem(await forget(rule))
  return (
    <>
      <h3>{say('tools.rules')}</h3>
      {rules.length === 0 && <p className="field-hint" data-testid="no-rules">{say('tools.rules-none')}</p>}
      <ul className="always-rules">
        {rules.map((rule) => (
          <li key={rule.id} data-testid="always-rule">
            <p>{capital(rule.text)}<small>{sinceWords(rule)}</small></p>
            <Button onClick={() => void remove(rule.id)} aria-label={say('tools.rule-remove', { rule: rule.text })} data-testid="remove-rule">{say('common.remove')}</Button>
          </li>
        ))}
      </ul>
      <p role="alert" className="field-problem">{problem}</p>
    </>
  )
}
