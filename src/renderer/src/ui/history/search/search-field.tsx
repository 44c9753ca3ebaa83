import { type KeyboardEvent, useRef } from 'react'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { useStore } from '../../../store/use-store'
import { focusList } from '../focus'
import { searchText } from '../../settings/fields/checks'
import { IconButton } from '../../parts/controls/button'
import { Icon } from '../../parts/icon'
import { FIELD_WALKS, listDeed } from '../../parts/list/list-deed'
import { HITS_ID, hitId, openHit } from './hit-list'
import './search-field.css'

export const SEARCH_ID = 'history-search'

/** Rows of hits in the smallest window. */
const PAGE = 8

interface SearchFieldProps {
  readonly page: HistoryPage
  /** Something is searched for: hits stand in the list of conversations. */
  readonly searches: () => void
}

/** A combobox: the keys stay in the field while the arrows walk through the hits. */
export function SearchField({ page, searches }: SearchFieldProps) {
  const { searching } = page
  const { text, hits, active } = useStore(searching.search)
  const problem = searchText(text.trim())
  const field = useRef<HTMLInputElement>(null)
  const clear = () => {
    searching.type('')
    field.current?.focus()
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
          onChange={(event) => {
            searches()
            searching.type(event.target.value)
          }}
          onKeyDown={(event) => searchKeys(page, event)}
        />
        {text !== '' && <IconButton icon="close" label={say('history.clear-search')} onClick={clear} data-testid="clear-search" />}
      </div>
      <p role="alert" className="field-problem search-problem">{problem}</p>
    </>
  )
}

function searchKeys(page: HistoryPage, event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing) return
  const { text, hits, active } = page.searching.search.get()
  if (event.key === 'Escape' && text !== '') {
    event.preventDefault()
    return page.searching.type('')
  }
  if (hits === null) return leaveDown(event)
  const deed = listDeed(event, { at: active, count: hits.length, page: PAGE }, FIELD_WALKS)
  const to = deed?.kind === 'move' ? deed.to : deed?.kind === 'open' ? Math.max(0, active) : null
  if (to === null) return
  event.preventDefault()
  openHit(page, to)
}

/** From the empty field down into the list. */
function leaveDown(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  focusList()
}
