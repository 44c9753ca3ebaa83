import { type AppError, appError } from '../../shared/errors/errors'
import { type ImageId, imageId } from '../../shared/ids'
import { type Attachment, type ImageNote, MAX_IMAGES } from '../../shared/images/images'
import { err, ok, type Result } from '../../shared/result'
import { checkImage } from './core/check-image'
import type { ImageCache } from './image-cache'

export interface AttachmentParts {
  readonly cache: Pick<ImageCache, 'put' | 'drop'>
  readonly mint: () => string
  readonly changed: () => void
}

/**
 * The images that wait for the next thing the person says. They are here and not in the page, because a spoken question begins
 * with a key that the page never sees.
 */
export class Attachments {
  private waiting: readonly Attachment[] = []

  constructor(private readonly parts: AttachmentParts) {}

  get list(): readonly Attachment[] {
    return this.waiting
  }

  has(image: ImageId): boolean {
    return this.waiting.some(({ id }) => id === image)
  }

  add(name: string, bytes: Uint8Array): Result<null, AppError> {
    if (this.waiting.length >= MAX_IMAGES) return err(appError('image-too-many'))
    const checked = checkImage(bytes)
    if (!checked.ok) return checked
    const id = imageId(this.parts.mint())
    this.parts.cache.put(id, { type: checked.value.type, bytes }, false)
    this.wait([...this.waiting, { ...checked.value, id, name }])
    return ok(null)
  }

  remove(image: ImageId): void {
    if (!this.has(image)) return
    this.parts.cache.drop(image)
    this.wait(this.waiting.filter(({ id }) => id !== image))
  }

  /** From now on they belong to what is being said. */
  take(): readonly ImageNote[] {
    const taken = this.waiting.map(({ id, type, width, height, bytes }) => ({ id, type, width, height, bytes }))
    if (taken.length > 0) this.wait([])
    return taken
  }

  private wait(attachments: readonly Attachment[]): void {
    this.waiting = attachments
    this.parts.changed()
  }
}
