import type { Embedder } from '../../../shared/knowledge/passages'
import { visibleInLine } from '../../tools/core/card'
import { isLoopback } from '../../../shared/providers/loopback'
import { embeddingCost } from './prices'

export interface CostQuestion {
  readonly title: string
  readonly text: string
  readonly yes: string
}

const number = (value: number): string => value.toLocaleString('en-US')

const amount = (characters: number | null): string => (characters === null || characters === 0 ? 'nothing has been read yet' : `${number(characters)} characters so far`)

const dollarsInWords = (dollars: number): string => (dollars < 0.01 ? 'less than 1 cent' : `about $${dollars.toFixed(2)}`)

/** Before anything is sent: where to, how much, what it costs. `characters` null: nothing has been read yet. */
export function costQuestion(embedder: Pick<Embedder, 'url' | 'model'>, characters: number | null): CostQuestion {
  const { host, hostname, protocol, href } = new URL(embedder.url)
  const isHere = isLoopback(hostname)
  const clear = protocol === 'http:' && !isHere ? ' The connection is not encrypted: others on the network can read it.' : ''
  const what = `All text of the files in your knowledge folders (${amount(characters)}), text that is added to them later, and what you ask about them`
  return {
    title: `Send the text of your files to ${host}?`,
    text: `${what} will be sent to ${href} for the model “${visibleInLine(embedder.model)}”. ${cost(embedder, characters, isHere)}${clear} You can switch it off at any time.`,
    yes: 'Send it there',
  }
}

function cost(embedder: Pick<Embedder, 'url' | 'model'>, characters: number | null, isHere: boolean): string {
  if (isHere) return 'It runs on this computer and costs nothing.'
  const { tokens, dollars, asOf } = embeddingCost(embedder, characters ?? 0, isHere)
  if (dollars === null) return `That is about ${number(tokens)} tokens; what they cost, Parley does not know.`
  return `That is about ${number(tokens)} tokens: ${dollarsInWords(dollars)} by the list price of ${asOf}.`
}
