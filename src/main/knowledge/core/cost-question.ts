import type { Embedder } from '../../../shared/knowledge/passages'
import { visibleInLine } from '../../tools/core/card'
import { isLoopback } from '../../../shared/providers/loopback'
import { embeddingCost } from './prices'
import { say } from '../../../shared/words/say'
import type { Words } from '../../../shared/words/words'

/** As `Question` of `app/confirm-port`. */
export interface CostQuestion {
  readonly title: Words
  readonly text: Words
  readonly yes: Words
}


/** Before anything is sent: where to, how much, what it costs. `characters` null: nothing has been read yet. */
export function costQuestion(embedder: Pick<Embedder, 'url' | 'model'>, characters: number | null): CostQuestion {
  const { host, hostname, protocol, href } = new URL(embedder.url)
  const isHere = isLoopback(hostname)
  const isClear = protocol === 'http:' && !isHere
  const price = cost(embedder, characters, isHere)
  const text = say('dialogs.send-files-text', {
    amount: say('dialogs.send-files-amount', { n: characters ?? 0 }),
    address: href,
    model: visibleInLine(embedder.model),
    cost: isClear ? say('common.two-sentences', { first: price, second: say('dialogs.send-files-clear') }) : price,
  })
  return { title: say('dialogs.send-files', { host }), text, yes: say('dialogs.send-files-yes') }
}

function cost(embedder: Pick<Embedder, 'url' | 'model'>, characters: number | null, isHere: boolean): Words {
  if (isHere) return say('dialogs.send-files-here')
  const { tokens, dollars, asOf } = embeddingCost(embedder, characters ?? 0, isHere)
  if (dollars === null) return say('dialogs.send-files-unpriced', { n: tokens })
  return say('dialogs.send-files-priced', { n: tokens, dollars: dollars < 0.01 ? 'less' : dollars.toFixed(2), day: asOf })
}
