import type { ConversationItem } from '../../../../shared/conversation'
import type { ImageId, ItemId } from '../../../../shared/ids'
import { type ImageNote, MAX_IMAGES } from '../../../../shared/images/images'

/** Images whose bytes are at hand, as data URLs. */
export interface ImageUrls {
  has(image: ImageId): boolean
  url(image: ImageId): string
}

export const NO_IMAGES: ImageUrls = { has: () => false, url: () => '' }

/**
 * The images a new session is shown again: the newest four, as many as one message holds. Whoever showed something goes on asking
 * about it, and sessions end by themselves (sleep, handover, a cut); but each image costs up to a thousand tokens or so, and four
 * already more than all the text of what is restored. Older ones are told as "[an image]". Newest last.
 */
export const restoredImages = (items: readonly ConversationItem[]): readonly ImageNote[] =>
  items.flatMap(({ images = [] }) => images).slice(-MAX_IMAGES)

/** The images of one item, which is told with all of them or with none. */
export interface ShownAgain {
  /** The same image always looks the same: which it is says all. */
  readonly said: string
  readonly urls: () => readonly string[]
}

/** The items that are shown again. One whose images cannot all be had is told in words, like an older one. */
export function shownAgain(items: readonly ConversationItem[], files: ImageUrls): ReadonlyMap<ItemId, ShownAgain> {
  const chosen = new Set(restoredImages(items).map(({ id }) => id))
  const shown = new Map<ItemId, ShownAgain>()
  for (const { id, images = [] } of items) {
    const ids = images.map((image) => image.id)
    if (ids.length === 0 || !ids.every((image) => chosen.has(image) && files.has(image))) continue
    shown.set(id, { said: ids.join(' '), urls: () => ids.map((image) => files.url(image)) })
  }
  return shown
}
