import { readImageHeader } from '../../../shared/images/image-header'
import { descend, fitted, isSmallEnough, LADDER, MAX_PIXELS, mayStayPng, type Rung } from '../../../shared/images/image-plan'
import type { ScaleAnswer, Scaled, ScaleRequest } from './scale-messages'

/** Decoding and encoding take whole seconds for a large photograph: never on the thread that draws. */
self.onmessage = ({ data: { id, file } }: MessageEvent<ScaleRequest>) => {
  void scale(file)
    .catch((): Scaled => ({ ok: false, tag: 'image-unreadable' })) // whatever the decoder says, nobody can mend the file
    .then((scaled) => self.postMessage({ id, scaled } satisfies ScaleAnswer))
}

async function scale(file: Blob): Promise<Scaled> {
  const header = readImageHeader(new Uint8Array(await file.arrayBuffer()))
  if (header === null) return { ok: false, tag: 'image-unreadable' }
  if (header.moving) return { ok: false, tag: 'image-moving' }
  if (header.width * header.height > MAX_PIXELS) return { ok: false, tag: 'image-too-large' }
  // Turned as its EXIF says; what goes out has none.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const made = await smallest(picture, header.type)
    return made === null ? { ok: false, tag: 'image-too-large' } : { ok: true, bytes: new Uint8Array(await made.arrayBuffer()) }
  } finally {
    picture.close()
  }
}

const encode = (picture: ImageBitmap, { edge, quality }: Rung): Promise<Blob> => drawn(picture, edge).convertToBlob({ type: 'image/jpeg', quality })

async function smallest(picture: ImageBitmap, type: string): Promise<Blob | null> {
  const jpeg = await descend((rung) => encode(picture, rung))
  if (!mayStayPng(type, picture)) return jpeg
  const [first] = LADDER
  const png = first === undefined ? null : await drawn(picture, first.edge).convertToBlob({ type: 'image/png' })
  return png !== null && isSmallEnough(png.size) && (jpeg === null || png.size <= jpeg.size) ? png : jpeg
}

/** On white: JPEG knows no transparency, and models make black of it. */
function drawn(picture: ImageBitmap, edge: number): OffscreenCanvas {
  const { width, height } = fitted(picture, edge)
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d', { alpha: false })
  if (pen === null) throw new Error('no canvas')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, width, height)
  return canvas
}
