import type { ImageId } from '../../shared/ids'
import type { ImageFile, ImageNote } from '../../shared/images/images'
import type { AppError } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import { Attachments } from './attachments'
import { ImageCache } from './image-cache'

export interface ConversationImageParts {
  /** What the history has. */
  readonly store: { image(image: ImageId): Promise<Result<ImageFile | null, AppError>> }
  readonly mint: () => string
  /** Other images wait than before. */
  readonly changed: () => void
}

export interface ConversationImages {
  readonly attachments: Attachments
  readonly cache: ImageCache
  /** Wherever it is: waiting, in the running talk or in the history. Null: nowhere. */
  find(image: ImageId): Promise<ImageFile | null>
  /** Another talk begins; what waits to be sent goes with it. */
  begin(): void
  /** Reads images of an old conversation; what comes back puts them into the cache. */
  fetch(images: readonly ImageNote[]): Promise<() => void>
}

/** The images of the running talk, before and after they were sent. */
export function createConversationImages({ store, mint, changed }: ConversationImageParts): ConversationImages {
  const cache = new ImageCache()
  const attachments = new Attachments({ cache, mint, changed })
  const stored = async (image: ImageId): Promise<ImageFile | null> => {
    const found = await store.image(image)
    return found.ok ? found.value : null
  }
  return {
    attachments,
    cache,
    find: async (image) => cache.get(image) ?? (await stored(image)),
    begin: () => cache.clear((image) => attachments.has(image)),
    fetch: async (images) => {
      const files = await Promise.all(images.map(({ id }) => stored(id)))
      return () => images.forEach(({ id }, index) => {
        const file = files[index]
        if (file !== undefined && file !== null) cache.put(id, file, true)
      })
    },
  }
}
