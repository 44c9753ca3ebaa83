import { z } from 'zod'

/** No provider's key is longer, tokens with a signature included; and servers take no more than twice as much in all headers together. */
const MAX_SECRET_CHARS = 8_192

export const isSecretTooLong = (secret: string): boolean => secret.length > MAX_SECRET_CHARS

/** Longer is refused, never cut: half a key is a wrong key. */
export const SecretSchema = z.string().trim().min(1).max(MAX_SECRET_CHARS)
