import { Dialog } from '@base-ui/react/dialog'
import type { KeyboardEvent } from 'react'
import { type ImageNote, imagePath } from '../../../../../shared/images/images'
import { say } from '../../../../../shared/words/say'
import { Icon } from '../icon'
import { pixelWords } from '../../../words/image-words'
import './image-viewer.css'

/** One image as large as the window, for as long as it is drawn. */
export function ImageViewer({ image, close }: { readonly image: ImageNote; readonly close: () => void }) {
  /** React hands what happens here on to the message it was opened from, whose keys delete and ask again. Escape must not cancel a talk. */
  const keepKeys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return
    event.stopPropagation()
    if (event.key === 'Escape') close()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="viewer-backdrop" />
        <Dialog.Popup className="viewer" aria-label={say('common.image-sized', { size: pixelWords(image) })} onKeyDown={keepKeys} onClick={close} data-testid="image-viewer">
          <img src={imagePath(image.id)} alt="" />
          <Dialog.Close className="icon-button viewer-close" aria-label={say('common.close')} title={say('common.close')}>
            <Icon name="close" />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
