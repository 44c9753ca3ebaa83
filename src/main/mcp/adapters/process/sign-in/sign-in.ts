import { randomBytes } from 'node:crypto'
import { exchangeAuthorization, registerClient, startAuthorization } from '@modelcontextprotocol/client'
import type { Credentials, SignInClient } from '../../../core/sign-in/credentials'
import { readCallback } from '../../../core/sign-in/callback'
import { Refused } from '../failures'
import { type Authority, type Challenge, findAuthority } from './authority'
import { CallbackListener } from './callback-listener'
import { credentialsOf } from './credentials-of'
import { say } from '../../../../../shared/words/say'

export interface SignInParts {
  readonly server: URL
  readonly challenge: Challenge
  /** As the person has it from the place where one signs in; null: Parley registers itself. */
  readonly clientId: string | null
  readonly open: (url: string) => void
  readonly signal: AbortSignal
  readonly patienceMs?: number
}

/** One sign-in in the browser (authorization code with PKCE). Throws where it does not come to an end. */
export async function signIn({ server, challenge, clientId, open, signal, patienceMs }: SignInParts): Promise<Credentials> {
  const authority = await findAuthority(server, challenge, signal)
  const listener = new CallbackListener(patienceMs)
  const ended = () => listener.close()
  signal.addEventListener('abort', ended, { once: true })
  try {
    const redirect = await listener.listen()
    const client = clientId === null ? await register(authority, redirect) : { client_id: clientId, token_endpoint_auth_method: 'none' }
    signal.throwIfAborted()
    return await authorize(authority, { listener, client, redirect, open })
  } finally {
    signal.removeEventListener('abort', ended)
    listener.close()
  }
}

interface Leg {
  readonly listener: CallbackListener
  readonly client: SignInClient
  readonly redirect: string
  readonly open: (url: string) => void
}

async function authorize({ metadata, fetch, resource, scope }: Authority, { listener, client, redirect, open }: Leg): Promise<Credentials> {
  const state = randomBytes(32).toString('base64url')
  const { issuer } = metadata
  const about = { metadata, clientInformation: client, ...(resource === null ? {} : { resource }) }
  const { authorizationUrl, codeVerifier } = await startAuthorization(issuer, { ...about, redirectUrl: redirect, state, ...(scope === undefined ? {} : { scope }) })
  open(authorizationUrl.href)
  const answer = readCallback(await listener.answer, { state, issuer, saysIssuer: metadata.authorization_response_iss_parameter_supported === true })
  if (!answer.ok) throw new Refused(answer.error)
  const { code, iss } = answer.value
  const tokens = await exchangeAuthorization(issuer, { ...about, authorizationCode: code, codeVerifier, redirectUri: redirect, fetchFn: fetch, ...(iss === undefined ? {} : { iss }) })
  return credentialsOf(tokens, { issuer, client, resource })
}

/** Anew for each sign-in: the port of the address to come back to is another one each time, and not every place takes any. */
async function register({ metadata, fetch, scope }: Authority, redirect: string): Promise<SignInClient> {
  if (metadata.registration_endpoint === undefined) throw new Refused(say('sign-in.needs-client-id'))
  const clientMetadata = {
    client_name: 'Parley', redirect_uris: [redirect], grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'],
    token_endpoint_auth_method: 'none', application_type: 'native',
  }
  const { client_id, client_secret, token_endpoint_auth_method } = await registerClient(metadata.issuer, { metadata, clientMetadata, fetchFn: fetch, ...(scope === undefined ? {} : { scope }) })
  return { client_id, ...(client_secret === undefined ? {} : { client_secret }), ...(token_endpoint_auth_method === undefined ? {} : { token_endpoint_auth_method }) }
}
