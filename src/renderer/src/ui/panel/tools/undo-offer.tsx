import type { UndoOffer as Offer } from '../../../../../shared/tools/view'
import { errorWords } from '../../../../../shared/errors/error-words'
import { Button } from '../../parts/controls/button'
import { useToast } from '../../parts/layers/toasts'
import { useUndoKey } from '../undo/use-undo-key'
import type { ToolApi } from '../../../../../shared/ipc/tools'
import { say } from '../../../../../shared/words/say'

interface UndoOfferProps {
  readonly offer: Offer | null
  readonly assistant: Pick<ToolApi, 'undoAction'>
  /** Ctrl+Z is somebody else's: there are words to take back, or something newer. */
  readonly keyTaken: boolean
}

/** What a tool just did and can be taken back, for a moment. The live region is always there, so that it is read out. */
export function UndoOffer({ offer, assistant, keyTaken }: UndoOfferProps) {
  const toast = useToast()
  const undo = async () => {
    if (offer === null) return
    const answer = await assistant.undoAction(offer.id)
    if (!answer.ok) toast(errorWords(answer.error.tag))
    else toast(say(answer.value ? 'tools.undone' : 'tools.no-undo'))
  }
  useUndoKey(offer !== null && !keyTaken, () => void undo())
  return (
    <div role="status" aria-live="polite">
      {offer !== null && (
        <div className="undo-bar" data-testid="undo-offer" data-action={offer.id}>
          <p>{offer.text}</p>
          <Button look="plain" {...(keyTaken ? {} : { title: say('common.key-undo') })} onClick={() => void undo()} data-testid="undo-action">{say('common.undo')}</Button>
        </div>
      )}
    </div>
  )
}
