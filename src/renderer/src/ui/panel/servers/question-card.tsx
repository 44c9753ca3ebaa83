import { type FormEvent, useState } from 'react'
import type { ServerQuestionApi } from '../../../../../shared/ipc/mcp'
import type { ServerQuestion } from '../../../../../shared/mcp/questions'
import { say, sayParts } from '../../../../../shared/words/say'
import { Drawn } from '../../parts/drawn'
import { questionTitle } from '../../../words/server-words'
import { Button } from '../../parts/controls/button'
import { StatusMark } from '../../parts/mark/status-mark'
import { CardTime } from '../tools/card-time'
import { answersOf, type Misfit, type Typed } from './question-answers'
import { AskedFieldRow } from './asked-field'
import '../tools/approval-card.css'
import './question-card.css'

interface QuestionCardProps {
  readonly question: ServerQuestion | null
  readonly assistant: ServerQuestionApi
}

/** What a server asks the person. It names the server, asks for no secret, and no answer means no. It takes no focus. */
export function QuestionCard({ question, assistant }: QuestionCardProps) {
  return (
    <>
      <p role="status" aria-live="polite" className="only-heard" data-testid="question-news">{question !== null && questionTitle(question.label)}</p>
      {question !== null && <OpenQuestion key={question.id} question={question} assistant={assistant} />}
    </>
  )
}

function OpenQuestion({ question: { id, label, message, asks, leftMs }, assistant }: { readonly question: ServerQuestion; readonly assistant: ServerQuestionApi }) {
  const [typed, setTyped] = useState<Typed>({})
  const [problem, setProblem] = useState<Misfit | null>(null)
  const fields = asks.kind === 'form' ? asks.fields : []
  const send = (event: FormEvent) => {
    event.preventDefault()
    const answers = answersOf(fields, typed)
    setProblem(answers.ok ? null : answers.error)
    if (answers.ok) void assistant.answerServer(id, { action: 'accept', content: answers.value })
  }
  return (
    <form className="card question" aria-label={questionTitle(label)} onSubmit={send} data-testid="question" data-question={id} noValidate>
      <header className="card-head">
        <span className="card-mark"><StatusMark status="asking" /></span>
        <div>
          <h2 data-testid="question-title">{questionTitle(label)}</h2>
          <p>{say('panel.question-warning')}</p>
        </div>
      </header>
      <div className="card-body" tabIndex={0} aria-label={say('panel.question-body')} role="group">
        <p className="question-message" data-testid="question-message">{message}</p>
        {asks.kind === 'url' && <p><Drawn parts={sayParts('panel.question-opens-page', { host: <b data-testid="question-host">{asks.host}</b> })} /></p>}
        {fields.map((field) => <AskedFieldRow key={field.name} field={field} value={typed[field.name]} problem={problem?.field === field.name ? problem.words : null} change={(value) => setTyped({ ...typed, [field.name]: value })} />)}
      </div>
      <div className="card-actions">
        <Button look="main" type="submit" data-testid="question-send">{say(asks.kind === 'url' ? 'common.continue' : 'common.send')}</Button>
        <Button onClick={() => void assistant.answerServer(id, { action: 'decline' })} data-testid="question-decline">{say('panel.question-decline')}</Button>
      </div>
      <p className="card-note"><CardTime leftMs={leftMs} /></p>
    </form>
  )
}
