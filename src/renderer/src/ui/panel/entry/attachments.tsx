import { type ChangeEvent, useRef } from 'react'
import { type Attachment, imagePath } from '../../../../../shared/images/images'
import { say } from '../../../../../shared/words/say'
import { IconButton } from '../../parts/controls/button'
import { pixelWords, weightWords } from '../../../words/image-words'
import type { Attachments as Entry } from './use-attachments'
import './attachments.css'

/** The images that wait, and what will become of them. */
export function Attachments({ images, home }: { readonly images: Entry; readonly home: () => void }) {
  const box = useRef<HTMLUListElement>(null)
  const { list, coming } = images
  const remove = (index: number, image: Attachment) => {
    images.remove(image.id)
    // The focus must not fall into nothing with the button it was on.
    const others = [...(box.current?.querySelectorAll<HTMLElement>('button') ?? [])].filter((_button, at) => at !== index)
    const next = others[Math.min(index, others.length - 1)]
    if (next === undefined) home()
    else next.focus()
  }
  return (
    <div className="attachments" data-empty={list.length === 0 && coming === 0}>
      <ul ref={box} aria-label={say('panel.images-to-send')}>
        {list.map((image, index) => (
          <li key={image.id} data-testid="attachment">
            <img src={imagePath(image.id)} alt="" />
            <span className="attachment-words">
              <span className="attachment-name" title={image.name}>{image.name === '' ? say('common.image') : image.name}</span>
              <span className="attachment-size" title={say('common.facts', { first: pixelWords(image), second: weightWords(image) })}><span>{pixelWords(image)}</span> <span>· {weightWords(image)}</span></span>
            </span>
            <IconButton icon="close" label={image.name === '' ? say('panel.remove-unnamed-image') : say('panel.remove-image', { name: image.name })} hint={say('common.remove')} onClick={() => remove(index, image)} data-testid="remove-attachment" />
          </li>
        ))}
      </ul>
      <p role="status" data-testid="attachments-hint">{hint(list.length, coming)}</p>
    </div>
  )
}

function hint(count: number, coming: number): string {
  if (coming > 0) return say('panel.images-coming', { count: coming })
  return count === 0 ? '' : say('panel.images-go', { count })
}

/** The system's own file dialog, opened by a button that looks like the others. */
export function AttachButton({ add }: Pick<Entry, 'add'>) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    add([...(target.files ?? [])])
    target.value = '' // the same file may be chosen again
  }
  return (
    <>
      <input ref={input} type="file" accept="image/*" multiple hidden onChange={chosen} data-testid="image-file" />
      <IconButton icon="attach" label={say('panel.attach')} hint={say('panel.attach-hint')} onClick={() => input.current?.click()} data-testid="attach-image" />
    </>
  )
}
