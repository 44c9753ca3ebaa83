import { extractWWWAuthenticateParams, refreshAuthorization, UnauthorizedError, type AuthProvider } from '@modelcontextprotocol/client'
import type { Credentials } from '../../../core/sign-in/credentials'
import { authorityAt, type Challenge } from './authority'
import { credentialsOf } from './credentials-of'
import { isRefusal } from './sign-in-failure'

/** Renewed so long before it ends: a call takes its time. */
const BEFORE_END_MS = 60_000

export interface BearerParts {
  readonly server: URL
  readonly credentials: Credentials | null
  readonly signal: AbortSignal
  readonly renewed: (credentials: Credentials) => void
  /** It lets nobody in with what there is. */
  readonly wanted: (challenge: Challenge) => void
}

/** What a signed-in person's requests carry, renewed while it lasts. */
export class Bearer implements AuthProvider {
  private credentials: Credentials | null
  private renewing: Promise<void> | null = null
  /** The token that the server did not take. */
  private refused: string | null = null
  /** The server has taken what was renewed. */
  private isProven = true

  constructor(private readonly parts: BearerParts) {
    this.credentials = parts.credentials
  }

  async token(): Promise<string | undefined> {
    const { credentials } = this
    if (credentials === null) return undefined
    const { expiresAt, refresh } = credentials
    if (expiresAt !== null && refresh !== null && Date.now() > expiresAt - BEFORE_END_MS) await this.renewEarly(expiresAt)
    return this.credentials?.access
  }

  /** Of each answer: with what it was asked for. */
  answered(authorization: string | null, { status, headers }: Response): void {
    const { credentials } = this
    if (credentials === null || authorization !== `Bearer ${credentials.access}`) return
    if (status !== 401) return void (this.isProven = true)
    this.refused = credentials.access
    if (!this.isProven) this.parts.wanted(challengeOf(new Response(null, { headers })))
  }

  /** Once; the transport does not ask a second time. Where it throws, the person has to sign in. */
  async onUnauthorized({ response }: { readonly response: Response }): Promise<void> {
    const { credentials } = this
    if (credentials !== null && credentials.access !== this.refused) return // another request has renewed it meanwhile
    if (credentials !== null && credentials.refresh !== null && (await this.renewed())) return
    this.parts.wanted(challengeOf(response))
    throw new UnauthorizedError()
  }

  /** False: it is not renewed any more. */
  private async renewed(): Promise<boolean> {
    try {
      await (this.renewing ??= this.renew().finally(() => (this.renewing = null)))
      return true
    } catch (cause) {
      if (isRefusal(cause)) return false
      throw cause // it could not be reached, say: the same again may work
    }
  }

  /** What still holds is used up, if it cannot be renewed right now. */
  private async renewEarly(expiresAt: number): Promise<void> {
    try {
      await this.renewed()
    } catch (cause) {
      if (Date.now() >= expiresAt) throw cause
    }
  }

  private async renew(): Promise<void> {
    const { credentials, parts: { server, signal, renewed } } = this
    if (credentials === null || credentials.refresh === null) throw new UnauthorizedError()
    const { issuer, client, resource, refresh } = credentials
    const { metadata, fetch } = await authorityAt(issuer, server, signal)
    const tokens = await refreshAuthorization(issuer, { metadata, clientInformation: client, refreshToken: refresh, fetchFn: fetch, ...(resource === null ? {} : { resource }) })
    this.credentials = credentialsOf(tokens, credentials)
    this.isProven = false
    renewed(this.credentials)
  }
}

function challengeOf(response: Response): Challenge {
  const { resourceMetadataUrl, scope } = extractWWWAuthenticateParams(response)
  return { metadataUrl: resourceMetadataUrl, scope: scope?.slice(0, 2_000) }
}
