import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import type { MarkedText, SearchHit } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import type { HistoryPage } from '../../../state/history/history-page'
import { MOST_HITS } from '../../../state/history/search-store'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { useLineList } from '../items/use-line-list'
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

/** The keys stay in the search field, from where they walk through the hits. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

export function HitList({ page }: { readonly page: HistoryPage }) {
  const { hits, active, answered } = useStore(page.searching.search)
  const found = hits ?? NONE
  const today = useToday()
  const box = useRef<HTMLDivElement>(null)
  const keys = useMemo(() => found.map(({ conversation, item }) => `${conversation} ${item}`), [found])
  const { lines, total } = useLineList({ box, keys, height: () => HIT_PX, active })
  useEffect(() => box.current?.scrollTo({ top: 0 }), [answered])
  const open = (index: number, hit: SearchHit) => {
    page.searching.activate(index)
    void page.actions.open(hit.conversation, hit.item)
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
      <div ref={box} role="listbox" id={HITS_ID} className="hit-list" aria-label={say('history.found-messages')} hidden={found.length === 0} onMouseDown={keepFocus}>
        <div role="presentation" className="lines" style={{ height: total }}>
          {lines.map(({ key, index, start, size }) => {
            const hit = found[index]
            if (hit === undefined) return null
            return (
              <div
                key={key}
                id={hitId(index)}
                role="option"
                className="line hit"
                aria-selected={index === active}
                style={{ height: size, transform: `translateY(${String(start)}px)` }}
                data-testid="hit"
                data-id={hit.item}
                data-conversation={hit.conversation}
                onClick={() => open(index, hit)}
              >
                <span className="hit-title"><Marked parts={hit.title} empty={say('history.untitled')} /></span>
                <time className="hit-time" title={clock.exact(hit.at)}>{clock.day(hit.at, today)}</time>
                <span className="hit-snippet">
                  <span className="hit-who">{say(hit.role === 'user' ? 'history.hit-you' : 'history.hit-parley')}</span>
                  <Marked parts={hit.snippet} empty="" />
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}

function Marked({ parts, empty }: { readonly parts: readonly MarkedText[]; readonly empty: string }) {
  if (parts.length === 0) return empty
  return parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))
}
