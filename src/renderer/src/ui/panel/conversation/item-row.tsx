import { memo, type ReactNode } from 'react'
import type { ConversationItem } from '../../../../../shared/conversation'
import type { RunningTool } from '../../../../../shared/tools/view'
import { heardParts } from '../../../../../shared/audio/heard'
import { say } from '../../../../../shared/words/say'
import { ItemImages } from '../../parts/item-images'
import { ToolLine } from '../../parts/tool-line'
import { type FetchText, Words } from './words'
import './item-row.css'

interface ItemRowProps {
  readonly item: ConversationItem
  /** It can have the focus; true: it is where Tab stops. */
  readonly focusable?: boolean
  /** Fetches what stands behind the first `from` characters of a text of which only a part is here; null: it cannot be had. */
  readonly fetchText?: FetchText
  /** Of a call: it runs, or waits for the person. */
  readonly running?: RunningTool | null
  readonly children?: ReactNode
}

/** One bubble. Drawn again only when its item is another object (see state/item-list.ts). */
export const ItemRow = memo(function ItemRow({ item, focusable, fetchText, running = null, children }: ItemRowProps) {
  const focus = focusable === undefined ? {} : { tabIndex: focusable ? 0 : -1, 'data-item': item.id }
  return (
    <li className="item" data-testid="item" data-role={item.role} data-kind={item.kind} data-status={item.status} {...focus}>
      <span className="only-heard">{say('panel.said', { role: item.kind === 'tool' ? 'tool' : item.role })}</span>
      {item.images !== undefined && <ItemImages images={item.images} />}
      {item.tool === undefined
        ? <Body item={item} {...(fetchText === undefined ? {} : { fetchText })} />
        : <ToolLine tool={item.tool} status={item.status} running={running} reachable={focusable ?? false} />}
      <Footnote item={item} />
      {children}
    </li>
  )
})

function Body({ item, fetchText }: Pick<ItemRowProps, 'item' | 'fetchText'>) {
  if (item.text === '' && item.images !== undefined) return null
  return item.text === '' ? <WordlessBubble item={item} /> : <Words item={item} {...(fetchText === undefined ? {} : { fetchText })} />
}

const spoken = (audioMs: number | null): string => (audioMs === null ? say('panel.speech') : say('panel.speech-for', { seconds: audioMs / 1_000 }))

/** Speech that has no transcript (yet). */
function WordlessBubble({ item }: { readonly item: ConversationItem }) {
  if (item.status === 'in-progress') {
    return (
      <p className="bubble bubble-waiting">
        <span className="only-heard">…</span>
        <i /><i /><i />
      </p>
    )
  }
  return <p className="bubble bubble-wordless">{item.kind === 'speech' ? spoken(item.audioMs) : say('panel.no-words')}</p>
}

function Footnote({ item }: { readonly item: ConversationItem }) {
  const words = item.tool === undefined ? footnote(item) : null
  return words === null ? null : <p className="footnote">{words}</p>
}

function footnote(item: ConversationItem): string | null {
  if (item.status === 'failed') return say(item.role === 'user' ? 'panel.not-transcribed' : 'panel.ended-here')
  if (heardParts(item).unheard !== '') return say(item.heardChars === 0 ? 'panel.not-heard' : 'panel.unheard-rest')
  return item.status === 'interrupted' ? say('panel.interrupted') : null
}
