import { z } from 'zod'

/** A token that no header could carry is none. */
const TokenSchema = z.string().regex(/^[\x21-\x7e]{1,12000}$/)

/** Who Parley is to the place where one signs in: registered there by itself, or by the person. */
const SignInClientSchema = z.object({
  client_id: z.string().min(1).max(2_048),
  client_secret: z.string().max(4_096).optional(),
  token_endpoint_auth_method: z.string().max(64).optional(),
})

/** What a sign-in has brought. Only the keychain keeps it; the tokens stand there each by itself, so that each is known as a secret. */
export const CredentialsSchema = z.object({
  /** The place where the person has signed in. A token for renewing goes there and nowhere else. */
  issuer: z.string().max(2_048),
  client: SignInClientSchema,
  access: TokenSchema,
  refresh: TokenSchema.nullable(),
  /** By the clock of this computer; null: not known. */
  expiresAt: z.number().nullable(),
  /** As the server calls itself to that place. */
  resource: z.string().max(2_048).nullable(),
})
export type Credentials = z.infer<typeof CredentialsSchema>
export type SignInClient = Credentials['client']

/** What of it is no token. */
export const CredentialsRestSchema = CredentialsSchema.omit({ access: true, refresh: true })
