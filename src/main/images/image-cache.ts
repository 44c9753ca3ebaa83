import type { ImageId } from '../../shared/ids'
import type { ImageFile } from '../../shared/images/images'
import type { ImageUrls } from '../talk/core/conversation/restored-images'

/** What the history has as well need not stay here beyond this: some hundred photographs. */
const LIMIT_BYTES = 32_000_000

/**
 * The images of the running talk, in memory: those that wait to be sent, those the next session is shown again, and those nobody
 * else has (of a private talk, or while the history cannot be written).
 */
export class ImageCache implements ImageUrls {
  private readonly files = new Map<ImageId, ImageFile & { kept: boolean }>()

  constructor(private readonly limitBytes: number = LIMIT_BYTES) {}

  /** `kept`: the history has it. */
  put(image: ImageId, { type, bytes }: ImageFile, kept: boolean): void {
    this.files.set(image, { type, bytes, kept })
    this.dropOldest()
  }

  /** Now the history has it. */
  keep(image: ImageId): void {
    const file = this.files.get(image)
    if (file !== undefined) file.kept = true
    this.dropOldest()
  }

  get(image: ImageId): ImageFile | null {
    return this.files.get(image) ?? null
  }

  has(image: ImageId): boolean {
    return this.files.has(image)
  }

  url(image: ImageId): string {
    const file = this.get(image)
    if (file === null) throw new Error('an image that is not in the cache')
    const { buffer, byteOffset, byteLength } = file.bytes
    return `data:${file.type};base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`
  }

  drop(image: ImageId): void {
    this.files.delete(image)
  }

  /** Another talk. */
  clear(stays: (image: ImageId) => boolean): void {
    for (const image of [...this.files.keys()]) if (!stays(image)) this.files.delete(image)
  }

  private dropOldest(): void {
    let bytes = [...this.files.values()].reduce((sum, file) => sum + file.bytes.byteLength, 0)
    for (const [image, file] of this.files) {
      if (bytes <= this.limitBytes) return
      if (!file.kept) continue
      this.files.delete(image)
      bytes -= file.bytes.byteLength
    }
  }
}
