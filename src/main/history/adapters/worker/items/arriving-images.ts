import { randomUUID } from 'node:crypto'
import { checkImage } from '../../../../images/core/check-image'
import type { ImportedConversation, ImportedItem } from '../../../core/import-schema'
import type { ItemWrite } from '../../../core/ports'
import { imageId } from '../../../../../shared/ids'
import { err, ok, type Result } from '../../../../../shared/result'

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64')

/** What a file claims of an image is not believed: its bytes are asked. Says which conversation has a wrong one. */
export function checkedImages(conversation: ImportedConversation, place: number): Result<null, string> {
  for (const [index, { images }] of conversation.items.entries()) {
    if (!images.every((base64) => checkImage(bytesOf(base64)).ok)) return err(`Conversation ${String(place)} → items → ${String(index)} → images: not an image that Parley could have kept`)
  }
  return ok(null)
}

/** The item with its images under ids of this history. They have been checked. */
export function withImages({ write, images }: ImportedItem): ItemWrite {
  if (images.length === 0) return write
  const files = images.map(bytesOf)
  const notes = files.flatMap((bytes) => {
    const checked = checkImage(bytes)
    return checked.ok ? [{ ...checked.value, id: imageId(randomUUID()) }] : []
  })
  return { ...write, item: { ...write.item, images: notes }, images: files }
}
