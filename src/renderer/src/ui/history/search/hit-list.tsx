import { useEffect, useMemo, useRef } from 'react'
import type { MarkedText, SearchHit } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import type { HistoryPage } from '../../../state/history/history-page'
import { MOST_HITS } from '../../../state/history/search-store'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { List } from '../../parts/list/list'
import { useRowsFromTop } from '../../parts/list/use-rows-from-top'
import './hit-list.css'
import '../quiet.css'

export const HITS_ID = 'hits'
export const hitId = (index: number): string => `hit-${String(index)}`

const HIT_PX = 76
const NONE: readonly SearchHit[] = []

const countWords = (found: number): string => {
  if (found === 0) return ''
  return found >= MOST_HITS ? say('history.hits-newest', { count: MOST_HITS }) : say('history.hits', { count: found })
}

export function HitList({ page }: { readonly page: HistoryPage }) {
  const { hits, active, answered } = useStore(page.searching.search)
  const found = hits ?? NONE
  const today = useToday()
  const keys = useMemo(() => found.map(({ conversation, item }) => `${conversation} ${item}`), [found])
  const box = useRef<HTMLDivElement>(null)
  const rows = useRowsFromTop({ box, keys, px: () => HIT_PX, active })
  useEffect(() => box.current?.scrollTo({ top: 0 }), [answered])
  const row = (index: number) => {
    const hit = found[index]
    return hit === undefined ? null : <Hit hit={hit} index={index} active={index === active} today={today} />
  }
  return (
    <>
      <p role="status" aria-live="polite" className="hit-count" data-testid="hit-count">{countWords(found.length)}</p>
      {found.length === 0 && (
        <div className="quiet" data-testid="no-hits">
          <h2>{say('history.no-hits')}</h2>
          <p>{say('history.no-hits-about', { text: answered.trim() })}</p>
        </div>
      )}
      <List
        box={box}
        rows={rows}
        role="listbox"
        label={say('history.found-messages')}
        id={HITS_ID}
        hidden={found.length === 0}
        keysElsewhere
        row={row}
        pick={(index) => openHit(page, index)}
      />
    </>
  )
}

/** The keys walk to a hit by opening it, too. */
export function openHit({ searching, actions }: HistoryPage, index: number): void {
  const hit = searching.search.get().hits?.[index]
  if (hit === undefined) return
  searching.activate(index)
  void actions.open(hit.conversation, hit.item)
}

interface HitProps {
  readonly hit: SearchHit
  readonly index: number
  readonly active: boolean
  readonly today: Date
}

function Hit({ hit, index, active, today }: HitProps) {
  return (
    <div id={hitId(index)} role="option" className="hit" aria-selected={active} data-testid="hit" data-id={hit.item} data-conversation={hit.conversation}>
      <span className="hit-title"><Marked parts={hit.title} empty={say('history.untitled')} /></span>
      <time className="hit-time" title={clock.exact(hit.at)}>{clock.day(hit.at, today)}</time>
      <span className="hit-snippet">
        <span className="hit-who">{say(hit.role === 'user' ? 'history.hit-you' : 'history.hit-parley')}</span>
        <Marked parts={hit.snippet} empty="" />
      </span>
    </div>
  )
}

function Marked({ parts, empty }: { readonly parts: readonly MarkedText[]; readonly empty: string }) {
  if (parts.length === 0) return empty
  return parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))
}
