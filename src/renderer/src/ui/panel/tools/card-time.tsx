import { leftWords } from '../../../words/tools-words'
import { useTimeLeft } from '../use-countdown'

export function CardTime({ leftMs }: { readonly leftMs: number }) {
  return <span data-testid="card-left">{leftWords(useTimeLeft(leftMs, null))}</span>
}
