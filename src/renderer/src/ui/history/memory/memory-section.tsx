import { useEffect } from 'react'
import type { MemoryList } from '../../../../../shared/ipc/memory'
import type { RememberedFact } from '../../../../../shared/memory'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { withEdits } from '../../../state/history/memory-store'
import { useLate } from '../../../state/history/use-late'
import { useStore } from '../../../store/use-store'
import { Button } from '../../parts/controls/button'
import { SwitchField } from '../../settings/fields/switch-field'
import { FactRow } from './fact-row'
import './memory-section.css'
import '../quiet.css'

/** What the person asked to keep in mind for later talks. */
export function MemorySection({ page }: { readonly page: HistoryPage }) {
  const memory = useStore(page.memory.memory)
  const edits = useStore(page.memory.edits)
  const late = useLate()
  useEffect(() => void page.memory.refresh(), [page])
  if (memory === null) return <div className="quiet">{late && <p role="status">{say('common.loading')}</p>}</div>
  return (
    <div className="memory" data-testid="memory">
      <SwitchField
        name="memory"
        label={say('history.remember')}
        hint={say('history.remember-about')}
        checked={memory.on}
        save={async (on) => (await page.memory.turn(on), null)}
      />
      <p role="alert" className="field-problem" data-testid="memory-refusal">{memory.refusal}</p>
      {memory.facts.length === 0 && edits.length === 0 ? <NoFacts on={memory.on} /> : <Facts page={page} memory={memory} />}
      <Removed page={page} />
    </div>
  )
}

function NoFacts({ on }: Pick<MemoryList, 'on'>) {
  return (
    <div className="memory-none" data-testid="no-facts">
      <h2>{say('history.no-facts')}</h2>
      <p>{say(on ? 'history.no-facts-about' : 'history.memory-off')}</p>
    </div>
  )
}

function Facts({ page, memory: { facts, on } }: { readonly page: HistoryPage; readonly memory: MemoryList }) {
  const busy = useStore(page.jobs.job) !== null
  const edits = useStore(page.memory.edits)
  const has = (list: readonly RememberedFact[], fact: RememberedFact) => list.some(({ id }) => id === fact.id)
  return (
    <>
      {!on && <p className="field-hint">{say('history.memory-off-about')}</p>}
      <ul>
        {withEdits(facts, edits).map((fact) => <FactRow key={fact.id} fact={fact} memory={page.memory} editing={has(edits, fact)} gone={!has(facts, fact)} />)}
      </ul>
      <div className="memory-all">
        <Button onClick={() => void page.jobs.exportFacts()} disabled={busy} data-testid="export-facts">{say('common.export-more')}</Button>
        <Button look="danger" onClick={() => void page.memory.removeAll()} data-testid="remove-facts">{say('history.delete-all')}</Button>
      </div>
    </>
  )
}

/** The live region is always there, so that it is read out. */
function Removed({ page }: { readonly page: HistoryPage }) {
  const removed = useStore(page.memory.removed)
  return (
    <div role="status" aria-live="polite">
      {removed !== null && (
        <div className="memory-removed" data-testid="fact-removed">
          <p>{say('history.fact-deleted', { text: removed.text })}</p>
          <Button onClick={() => void page.memory.putBack()} data-testid="put-back-fact">{say('common.undo')}</Button>
        </div>
      )}
    </div>
  )
}
