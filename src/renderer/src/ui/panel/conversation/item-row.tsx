import { memo, type ReactNode } from 'react'
import type { ConversationItem } from '../../../../../shared/conversation'
import type { RunningTool } from '../../../../../shared/tools/view'
import { heardParts } from '../../../../../shared/audio/heard'
import { say } from '../../../../../shared/words/say'
import type { Words as Said } from '../../../../../shared/words/words'
import { ItemImages } from '../../parts/item-images'
import { ToolLine } from '../../parts/tool-line'
import { Answer } from './answer'
import { Interrupted, type Rest } from './interrupted'
import type { FetchText } from './use-whole-text'
import { Words } from './words'
import './item-row.css'

interface ItemRowProps {
  readonly item: ConversationItem
  /** It can have the focus; true: it is where Tab stops. */
  readonly focusable?: boolean
  readonly fetchText?: FetchText
  /** Of a call: it runs, or waits for the person. */
  readonly running?: RunningTool | null
  readonly rest?: Rest | null
  readonly children?: ReactNode
}

/** One message. Drawn again only when its item is another object (see state/item-list.ts). */
export const ItemRow = memo(function ItemRow({ item, focusable, fetchText, running = null, rest = null, children }: ItemRowProps) {
  const focus = focusable === undefined ? {} : { tabIndex: focusable ? 0 : -1, 'data-item': item.id }
  return (
    <li className="item" data-testid="item" data-role={item.role} data-kind={item.kind} data-status={item.status} {...focus}>
      <span className="only-heard">{say('panel.said', { role: item.kind === 'tool' ? 'tool' : item.role })}</span>
      {item.images !== undefined && <ItemImages images={item.images} />}
      {item.tool === undefined
        ? <Body item={item} fetchText={fetchText} rest={rest} reachable={focusable ?? false} />
        : <ToolLine tool={item.tool} status={item.status} running={running} reachable={focusable ?? false} />}
      <Footnote item={item} />
      {children}
    </li>
  )
})

interface BodyProps {
  readonly item: ConversationItem
  readonly fetchText: FetchText | undefined
  readonly rest: Rest | null
  readonly reachable: boolean
}

function Body({ item, fetchText, rest, reachable }: BodyProps) {
  if (item.text === '' && item.images !== undefined) return null
  if (item.text === '') return <WordlessBubble item={item} />
  if (item.role === 'user') return <Words item={item} fetchText={fetchText} />
  return <Answer item={item} fetchText={fetchText} cut={<Interrupted whole={item.heardChars === 0} rest={rest} reachable={reachable} />} />
}

const spoken = (audioMs: number | null): Said => (audioMs === null ? say('panel.speech') : say('panel.speech-for', { seconds: audioMs / 1_000 }))

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

/** Why it ends where it ends; where the person interrupted, a line stands in the words themselves. */
function footnote(item: ConversationItem): Said | null {
  if (item.role === 'user') return item.status === 'failed' ? say('panel.not-transcribed') : null
  if (item.ended !== undefined) return say(`answers.ended-${item.ended}`)
  if (item.status === 'failed') return say('answers.ended-server')
  return item.status === 'interrupted' && heardParts(item).unheard.trim() === '' ? say('panel.interrupted') : null
}
