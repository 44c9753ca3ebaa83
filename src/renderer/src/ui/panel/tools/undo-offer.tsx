import type { UndoOffer as Offer } from '../../../../../shared/tools/view'
import { errorWords } from '../../../../../shared/errors/error-words'
import { Button } from '../../parts/controls/button'
import { useSay } from '../../parts/layers/toasts'
import { useUndoKey } from '../stage/use-undo-key'
import type { ToolApi } from '../../../../../shared/ipc/tools'

interface UndoOfferProps {
  readonly offer: Offer | null
  readonly assistant: Pick<ToolApi, 'undoAction'>
  /** Ctrl+Z is somebody else's: there are words to take back, or something newer. */
  readonly keyTaken: boolean
}

/** What a tool just did and can be taken back, for a moment. The live region is always there, so that it is read out. */
export function UndoOffer({ offer, assistant, keyTaken }: UndoOfferProps) {
  const say = useSay()
  const undo = async () => {
    if (offer === null) return
    const answer = await assistant.undoAction(offer.id)
    if (!answer.ok) say(errorWords(answer.error.tag))
    else say(answer.value ? 'Undone' : 'It cannot be undone any more.')
  }
  useUndoKey(offer !== null && !keyTaken, () => void undo())
  return (
    <div role="status" aria-live="polite" className="undo-region">
      {offer !== null && (
        <div className="undo-bar" data-testid="undo-offer" data-action={offer.id}>
          <p>{offer.text}</p>
          <Button {...(keyTaken ? {} : { title: 'Ctrl+Z' })} onClick={() => void undo()} data-testid="undo-action">Undo</Button>
        </div>
      )}
    </div>
  )
}
