import type { StatusWords } from '../../../words/status-words'
import { markOf } from '../../../../../shared/status'

/** What to do with an open microphone, or a shut one; everything else says it itself. */
export function DockHint({ words: { status, detail } }: { readonly words: StatusWords }) {
  const shown = detail !== '' && (markOf(status) === 'listening' || status === 'muted' || status === 'switching' || status === 'opening')
  if (!shown) return null
  return <p className="dock-hint" data-testid="state-detail">{detail}</p>
}
