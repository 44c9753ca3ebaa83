import { type ChangeEvent, useRef } from 'react'
import { type Attachment, imagePath } from '../../../../../shared/images/images'
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
      <ul ref={box} aria-label="Images to send">
        {list.map((image, index) => (
          <li key={image.id} data-testid="attachment">
            <img src={imagePath(image.id)} alt="" />
            <span className="attachment-words">
              <span className="attachment-name" title={image.name}>{image.name === '' ? 'Image' : image.name}</span>
              <span className="attachment-size" title={`${pixelWords(image)} · ${weightWords(image)}`}><span>{pixelWords(image)}</span> <span>· {weightWords(image)}</span></span>
            </span>
            <IconButton icon="close" label={`Remove ${image.name === '' ? 'the image' : image.name}`} hint="Remove" onClick={() => remove(index, image)} data-testid="remove-attachment" />
          </li>
        ))}
      </ul>
      <p role="status" data-testid="attachments-hint">{hint(list.length, coming)}</p>
    </div>
  )
}

function hint(count: number, coming: number): string {
  if (coming > 0) return coming === 1 ? 'Making the image ready…' : 'Making the images ready…'
  if (count === 0) return ''
  return count === 1 ? 'Goes with what you type or say next.' : 'They go with what you type or say next.'
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
      <IconButton icon="attach" label="Attach images" hint="Attach images; or drop or paste them" onClick={() => input.current?.click()} data-testid="attach-image" />
    </>
  )
}
