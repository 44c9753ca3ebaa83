import { appError, type AppError } from '../../../shared/errors/errors'
import { readImageHeader } from '../../../shared/images/image-header'
import { type ImageNote, isSendable, MAX_EDGE_PX, MAX_IMAGE_BYTES } from '../../../shared/images/images'
import { err, ok, type Result } from '../../../shared/result'

/** What the bytes of an image say of it, where it is one that may be sent and kept: whoever brings it is not asked. */
export function checkImage(bytes: Uint8Array): Result<Omit<ImageNote, 'id'>, AppError> {
  if (bytes.length === 0) return err(appError('image-empty'))
  if (bytes.length > MAX_IMAGE_BYTES) return err(appError('image-too-large', `${String(bytes.length)} bytes`))
  const header = readImageHeader(bytes)
  if (header === null) return err(appError('image-unreadable', 'unknown bytes'))
  const { type, width, height, moving } = header
  if (!isSendable(type)) return err(appError('image-unreadable', type))
  if (moving) return err(appError('image-moving'))
  if (Math.max(width, height) > MAX_EDGE_PX) return err(appError('image-too-large', `${String(width)} × ${String(height)}`))
  return ok({ type, width, height, bytes: bytes.length })
}
