import { useState } from 'react'
import type { Draft } from '../../../../../shared/history'
import { length } from '../../../../../shared/text/amount-words'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import type { HistoryPage } from '../../../state/history/history-page'
import { useToday } from '../../../state/history/use-today'
import { Button, IconButton } from '../../parts/controls/button'
import { Confirm } from '../../parts/layers/confirm'

interface DraftRowProps {
  readonly page: HistoryPage
  readonly draft: Draft
  readonly playing: boolean
}

export function DraftRow({ page, draft, playing }: DraftRowProps) {
  const { records, ask, drafting } = page
  const [sending, setSending] = useState(false)
  const [asking, setAsking] = useState(false)
  const today = useToday()
  const send = async () => {
    setSending(true)
    await drafting.send(draft.id)
    setSending(false)
  }
  const play = () => void ask(playing ? records.stopPlaying() : records.play({ kind: 'draft', draft: draft.id }))
  return (
    <li className="draft" data-testid="draft" data-id={draft.id}>
      <IconButton
        icon={playing ? 'stop' : 'play'}
        filled
        label={say(playing ? 'common.stop' : 'common.play')}
        onClick={play}
        data-testid="play-draft"
        data-playing={playing}
      />
      <p className="draft-words">
        <time title={clock.exact(draft.createdAt)}>{clock.moment(draft.createdAt, today)}</time>
        <span>{say('history.draft-length', { length: length(draft.ms) })}</span>
      </p>
      <div className="draft-actions">
        <Button onClick={() => void send()} disabled={sending} data-testid="send-draft">{say(sending ? 'history.sending' : 'history.send-again')}</Button>
        <Button onClick={() => setAsking(true)} disabled={sending} data-testid="remove-draft">{say('common.delete')}</Button>
      </div>
      <Confirm
        open={asking}
        close={() => setAsking(false)}
        title={say('history.delete-draft')}
        yes={say('common.delete')}
        confirm={() => void drafting.remove(draft.id)}
        testId="remove-draft"
      >
        {say('history.delete-draft-about')}
      </Confirm>
    </li>
  )
}
