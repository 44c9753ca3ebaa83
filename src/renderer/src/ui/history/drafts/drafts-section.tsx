import { useEffect, useRef } from 'react'
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
  if (drafts === null) return <div className="quiet">{late && <p role="status">Loading…</p>}</div>
  if (drafts.length === 0) {
    return (
      <div ref={box} tabIndex={-1} className="quiet" data-testid="no-drafts">
        <h2>No drafts</h2>
        <p>When the connection is lost and what you said cannot be delivered, it waits here to be played, sent again or deleted.</p>
      </div>
    )
  }
  return (
    <div ref={box} className="drafts">
      <p className="drafts-lead">What you said here could not be delivered. It stays on this computer until you send or delete it.</p>
      <ol>
        {drafts.map((draft) => <DraftRow key={draft.id} page={page} draft={draft} playing={playing === draft.id} />)}
      </ol>
    </div>
  )
}
