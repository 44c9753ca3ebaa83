import { type ReactNode, useEffect, useRef } from 'react'
import { stepBefore } from '../../../../shared/onboarding'
import { FIRST_STEPS, type FirstStep } from '../../../../shared/settings'
import { say } from '../../../../shared/words/say'
import { Button } from '../parts/controls/button'
import { useStepKeys } from './use-step-keys'
import './step-frame.css'

export interface StepMoves {
  readonly step: FirstStep
  /** Null on the first one. */
  readonly back: (() => void) | null
  readonly next: () => void
  readonly leave: () => void
}

interface StepFrameProps {
  readonly moves: StepMoves
  readonly title: string
  /** What carries on from here: always there. */
  readonly main: { readonly words: string; readonly press: () => void; readonly disabled?: boolean }
  /** Escape has another use now. */
  readonly busy?: boolean
  readonly children: ReactNode
}

/** One thing at a time: what it is, the thing itself, and three ways on. */
export function StepFrame({ moves, title, main, busy = false, children }: StepFrameProps) {
  const { step, back, next, leave } = moves
  useStepKeys({ forward: main.disabled === true ? null : main.press, back: busy ? null : back })
  return (
    <main className="first-run" data-testid="first-run" data-step={step}>
      <header className="first-top">
        <Progress step={step} />
        <Button look="plain" onClick={leave} data-testid="skip-all">{say('first-run.skip-all')}</Button>
      </header>
      <section className="first-body" aria-labelledby="first-title">
        <Title key={step} words={title} />
        {children}
      </section>
      <footer className="first-foot">
        {back !== null && <Button look="plain" onClick={back} data-testid="step-back">{say('common.back')}</Button>}
        <span className="first-gap" />
        {stepBefore(step) !== null && <Button look="plain" onClick={next} data-testid="skip-step">{say('first-run.skip')}</Button>}
        <Button look="main" onClick={main.press} disabled={main.disabled ?? false} data-testid="step-main">{main.words}</Button>
      </footer>
    </main>
  )
}

/** A new step begins at its heading, for the eye and for the ear. */
function Title({ words }: { readonly words: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return <h1 id="first-title" ref={heading} tabIndex={-1}>{words}</h1>
}

function Progress({ step }: { readonly step: FirstStep }) {
  const place = FIRST_STEPS.indexOf(step)
  return (
    <p className="first-progress" data-testid="first-progress">
      <span className="first-dots" aria-hidden="true">
        {FIRST_STEPS.map((each, index) => <i key={each} data-place={index === place ? 'here' : index < place ? 'past' : 'ahead'} />)}
      </span>
      {say('first-run.step', { place: place + 1, steps: FIRST_STEPS.length })}
    </p>
  )
}
