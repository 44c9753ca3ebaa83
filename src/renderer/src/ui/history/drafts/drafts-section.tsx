import { useEffect, useRef } from 'react'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { useLate } from '../../../state/history/use-late'
import { useStore } from '../../../store/use-store'
import { nobodyHasFocus } from '../../parts/layers/use-kept-focus'
import { DraftRow } from './draft-row'
import './drafts-section.css'
import '../quiet.css'

/** Speech that could not be delivered: nothing that was said is lost. */
export function DraftsSection({ page }: { readonly page: HistoryPage }) {
  const drafts = useStore(page.drafting.drafts)
  const playing = useStore(page.playing)
  const late = useLate()
  const box = useRef<HTMLDivElement>(null)
  // A draft that goes away with the focus leaves it to the first of those that stay.
  useEffect(() => {
    if (nobodyHasFocus()) (box.current?.querySelector('button') ?? box.current)?.focus()
  }, [drafts])
  if (drafts === null) return <div className="quiet">{late && <p role="status">{say('common.loading')}</p>}</div>
  if (drafts.length === 0) {
    return (
      <div ref={box} tabIndex={-1} className="quiet" data-testid="no-drafts">
        <h2>{say('history.no-drafts')}</h2>
        <p>{say('history.no-drafts-about')}</p>
      </div>
    )
  }
  return (
    <div ref={box} className="drafts">
      <p className="drafts-lead">{say('history.drafts-about')}</p>
      <ol>
        {drafts.map((draft) => <DraftRow key={draft.id} page={page} draft={draft} playing={playing === draft.id} />)}
      </ol>
    </div>
  )
}
