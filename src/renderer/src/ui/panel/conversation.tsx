import { memo, useRef } from 'react'
import { type ItemList, itemsInOrder } from '../../state/item-list'
import { IconButton } from '../parts/button'
import { ItemRow } from './item-row'
import { useStickToEnd } from './use-stick-to-end'
import './conversation.css'

/** Both sides of this run. Not a live region: the answer is already being spoken. */
export const Conversation = memo(function Conversation({ items }: { readonly items: ItemList }) {
  const box = useRef<HTMLElement>(null)
  const content = useRef<HTMLOListElement>(null)
  const { stuck, goToEnd } = useStickToEnd(box, content)
  return (
    <div className="conversation-frame">
      <section className="conversation" ref={box} tabIndex={0} aria-label="Conversation" data-testid="conversation">
        <ol ref={content}>
          {itemsInOrder(items).map((item) => <ItemRow key={item.id} item={item} />)}
        </ol>
      </section>
      {!stuck && (
        <div className="to-newest">
          <IconButton icon="down" label="Go to the newest" onClick={goToEnd} data-testid="to-newest" />
        </div>
      )}
    </div>
  )
})
