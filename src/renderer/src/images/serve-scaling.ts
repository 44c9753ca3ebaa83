import type { ImageApi } from '../../../shared/ipc/images'
import { scaleImage } from './scale-image'

/** Images of strangers are decoded here, where they can do no harm, and go back as ones that we have made. */
export function serveScaling({ onImageToScale, imageScaled }: Pick<ImageApi, 'onImageToScale' | 'imageScaled'>): void {
  onImageToScale(({ id, bytes }) => void scaleImage(new Blob([new Uint8Array(bytes)])).then((scaled) => imageScaled(id, scaled.ok ? scaled.bytes : null)))
}
