import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { bodyOf, listening } from '../over-http'

/** How an authority, or the server behind it, misbehaves. */
export interface SignInSwitches {
  /** Its metadata names this in place of its own. */
  readonly tokenEndpoint?: string
  readonly authorizationEndpoint?: string
  readonly issuer?: string
  readonly noPkce?: boolean
  readonly noRegistration?: boolean
  readonly refusesRegistration?: boolean
  /** It says in its metadata that it always says who it is. */
  readonly promisesIssuer?: boolean
  /** What it says then; null: nothing. */
  readonly sentIssuer?: string | null
  readonly sentState?: string
  /** It comes back with a failure. */
  readonly error?: string
  /** It comes back twice. */
  readonly twice?: boolean
  /** The token endpoint sends everything on to this address. */
  readonly tokenRedirect?: string
  /** Seconds; a token of which nothing is said lives on. */
  readonly tokenLives?: number
  readonly noRefresh?: boolean
  readonly tokenSilent?: boolean
  /** Renewed, it gives tokens that the server does not take. */
  readonly badRenewal?: boolean
}

export interface SeenRequest {
  readonly path: string
  readonly authorization: string | null
  readonly form: Readonly<Record<string, string>>
}

const json = (response: ServerResponse, status: number, value: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
const s256 = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')

/** A place where one signs in, over real HTTP, as strict as the standards: a code once, its verifier, its client, its address to come back to. */
export async function signInAuthority(switches: SignInSwitches = {}) {
  let now = switches
  const seen: SeenRequest[] = []
  const clients = new Map<string, readonly string[]>()
  const codes = new Map<string, Readonly<Record<string, string>>>()
  const valid = new Set<string>()
  const renewals = new Map<string, string>()
  const server = createServer((request, response) => void answer(request, response))
  const origin = await listening(server)

  const metadata = () => ({
    issuer: now.issuer ?? origin,
    authorization_endpoint: now.authorizationEndpoint ?? `${origin}/authorize`,
    token_endpoint: now.tokenEndpoint ?? `${origin}/token`,
    ...(now.noRegistration === true ? {} : { registration_endpoint: `${origin}/register` }),
    revocation_endpoint: `${origin}/revoke`,
    response_types_supported: ['code'],
    ...(now.noPkce === true ? {} : { code_challenge_methods_supported: ['S256'] }),
    token_endpoint_auth_methods_supported: ['none'],
    ...(now.promisesIssuer === true ? { authorization_response_iss_parameter_supported: true } : {}),
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    const body = await bodyOf(request)
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
    seen.push({ path: url.pathname, authorization: request.headers.authorization ?? null, form: isForm ? Object.fromEntries(new URLSearchParams(body)) : Object.fromEntries(url.searchParams) })
    switch (url.pathname) {
      case '/.well-known/oauth-authorization-server':
        return json(response, 200, metadata())
      case '/register':
        return register(response, body)
      case '/authorize':
        return authorize(response, url.searchParams)
      case '/token':
        return token(response, new URLSearchParams(body))
      case '/revoke':
        valid.delete(new URLSearchParams(body).get('token') ?? '')
        renewals.delete(new URLSearchParams(body).get('token') ?? '')
        return void response.writeHead(200).end()
      default:
        return void response.writeHead(404).end()
    }
  }

  function register(response: ServerResponse, body: string): void {
    if (now.refusesRegistration === true) return json(response, 403, { error: 'invalid_client_metadata' })
    const { redirect_uris } = JSON.parse(body) as { redirect_uris: readonly string[] }
    const id = `client-${String(clients.size + 1)}`
    clients.set(id, redirect_uris)
    json(response, 201, { client_id: id, redirect_uris, token_endpoint_auth_method: 'none' })
  }

  /** Whoever comes here has said yes: sends the browser back. */
  function authorize(response: ServerResponse, query: URLSearchParams): void {
    const redirect = query.get('redirect_uri') ?? ''
    const isKnown = clients.get(query.get('client_id') ?? '')?.includes(redirect) === true || query.get('client_id') === 'typed-by-hand'
    if (!isKnown || query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256') return void response.writeHead(400).end('refused')
    const code = randomUUID()
    codes.set(code, { challenge: query.get('code_challenge') ?? '', redirect, client: query.get('client_id') ?? '', resource: query.get('resource') ?? '' })
    const back = new URL(redirect)
    back.searchParams.set('state', now.sentState ?? query.get('state') ?? '')
    if (now.error === undefined) back.searchParams.set('code', code)
    else back.searchParams.set('error', now.error)
    const iss = now.sentIssuer === undefined ? (now.promisesIssuer === true ? origin : null) : now.sentIssuer
    if (iss !== null) back.searchParams.set('iss', iss)
    if (now.twice === true) back.searchParams.append('code', 'another')
    response.writeHead(302, { location: back.href }).end()
  }

  function token(response: ServerResponse, form: URLSearchParams): void {
    if (now.tokenSilent === true) return
    if (now.tokenRedirect !== undefined) return void response.writeHead(307, { location: now.tokenRedirect }).end()
    const granted = form.get('grant_type') === 'refresh_token' ? renew(form) : redeem(form)
    if (granted === null) return json(response, 400, { error: 'invalid_grant' })
    const [access, refresh] = [`access-${randomUUID()}`, `renew-${randomUUID()}`]
    if (form.get('grant_type') !== 'refresh_token' || now.badRenewal !== true) valid.add(access)
    renewals.set(refresh, granted)
    json(response, 200, { access_token: access, token_type: 'Bearer', ...(now.noRefresh === true ? {} : { refresh_token: refresh }), ...(now.tokenLives === undefined ? {} : { expires_in: now.tokenLives }) })
  }

  /** Each once: it is replaced by the next. */
  function renew(form: URLSearchParams): string | null {
    const held = form.get('refresh_token') ?? ''
    const client = renewals.get(held) ?? null
    renewals.delete(held)
    return client === form.get('client_id') ? client : null
  }

  function redeem(form: URLSearchParams): string | null {
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const isRight = code !== undefined && code['challenge'] === s256(form.get('code_verifier') ?? '') && code['redirect'] === form.get('redirect_uri') && code['client'] === form.get('client_id')
    return isRight ? (code['client'] ?? null) : null
  }

  return {
    origin,
    seen,
    paths: () => seen.map(({ path }) => path),
    behave: (switches: SignInSwitches) => (now = switches),
    takes: (access: string): boolean => valid.has(access),
    /** Whatever was given, the server takes none of it any more. */
    forgetAccess: () => valid.clear(),
    forgetAll: () => {
      valid.clear()
      renewals.clear()
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type SignInAuthority = Awaited<ReturnType<typeof signInAuthority>>
