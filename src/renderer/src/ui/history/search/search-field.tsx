import { type KeyboardEvent, useRef } from 'react'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { keyMove } from '../../../state/history/conversations/key-move'
import { useStore } from '../../../store/use-store'
import { focusList } from '../focus'
import { searchText } from '../../settings/fields/checks'
import { IconButton } from '../../parts/controls/button'
import { Icon } from '../../parts/icon'
import { HITS_ID, hitId } from './hit-list'
import './search-field.css'

export const SEARCH_ID = 'history-search'

/** Home and End move in the text, as everywhere. */
const WALKS = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'])

/** A combobox: the keys stay in the field while the arrows walk through the hits. */
export function SearchField({ page }: { readonly page: HistoryPage }) {
  const { searching, actions } = page
  const { text, hits, active } = useStore(searching.search)
  const problem = searchText(text.trim())
  const field = useRef<HTMLInputElement>(null)
  const clear = () => {
    searching.type('')
    field.current?.focus()
  }
  const open = (index: number) => {
    const hit = hits?.[index]
    if (hit === undefined) return
    searching.activate(index)
    void actions.open(hit.conversation, hit.item)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      return searching.type('')
    }
    if (hits === null) return leaveDown(event)
    const to = event.key === 'Enter' ? Math.max(0, active) : WALKS.has(event.key) ? keyMove(event.key, active, hits.length, 8) : null
    if (to === null) return
    event.preventDefault()
    open(to)
  }
  return (
    <>
      <div className="search" role="search">
        <Icon name="search" />
        <input
          ref={field}
          id={SEARCH_ID}
          type="text"
          role="combobox"
          aria-label={say('history.search')}
          aria-expanded={hits !== null}
          aria-controls={HITS_ID}
          aria-autocomplete="list"
          aria-activedescendant={hits !== null && active >= 0 ? hitId(active) : undefined}
          placeholder={say('common.search')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          data-testid="history-search"
          onChange={(event) => searching.type(event.target.value)}
          onKeyDown={keys}
        />
        {text !== '' && <IconButton icon="close" label={say('history.clear-search')} onClick={clear} data-testid="clear-search" />}
      </div>
      <p role="alert" className="field-problem search-problem">{problem}</p>
    </>
  )
}

/** From the empty field down into the list. */
function leaveDown(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  focusList()
}
