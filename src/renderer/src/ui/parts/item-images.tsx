import { memo, useState } from 'react'
import { type ImageNote, imagePath } from '../../../../shared/images/images'
import { say } from '../../../../shared/words/say'
import { ImageViewer } from './layers/image-viewer'
import { pixelWords } from '../../words/image-words'
import './item-images.css'

/** What a person showed, small; each opens large. */
export const ItemImages = memo(function ItemImages({ images }: { readonly images: readonly ImageNote[] }) {
  const [open, setOpen] = useState<ImageNote | null>(null)
  return (
    <div className="item-images" data-count={images.length}>
      {images.map((image) => <Thumbnail key={image.id} image={image} open={() => setOpen(image)} />)}
      {open !== null && <ImageViewer image={open} close={() => setOpen(null)} />}
    </div>
  )
})

function Thumbnail({ image, open }: { readonly image: ImageNote; readonly open: () => void }) {
  const [lost, setLost] = useState(false)
  if (lost) return <p className="item-image-lost">{say('common.image-lost', { size: pixelWords(image) })}</p>
  return (
    <button type="button" className="item-image" aria-label={say('common.image-enlarge', { size: pixelWords(image) })} onClick={open} data-testid="item-image">
      {/* Its own size keeps the place before it has come. */}
      <img src={imagePath(image.id)} alt="" width={image.width} height={image.height} loading="lazy" decoding="async" draggable={false} onError={() => setLost(true)} />
    </button>
  )
}
