import type { ImageId } from '../../../shared/ids'
import type { ImageFile, ImageNote } from '../../../shared/images/images'

/** The images of the conversation that is being held, for whoever writes it down. */
export interface ImageFiles {
  get(image: ImageId): ImageFile | null
  /** It is written: from now on the history has it. */
  keep(image: ImageId): void
}

export interface ConversationImages {
  readonly cache: ImageFiles
  /** Reads images of an old conversation; what comes back puts them where the running one has its own. */
  fetch(images: readonly ImageNote[]): Promise<() => void>
  /** Another conversation begins. */
  begin(): void
}
