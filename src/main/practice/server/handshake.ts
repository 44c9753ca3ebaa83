import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { errors, type ErrorBody } from '../session/errors'
import type { FaultBox, FaultName } from '../faults/faults'

/** What becomes of a connect. Most refusals come after the 101, as `error` + close (docs/wire-facts.md, Closing and errors). */
export type Verdict =
  | { readonly kind: 'http'; readonly status: number; readonly body: ErrorBody }
  | { readonly kind: 'refused'; readonly body: ErrorBody; readonly closeCode: number }
  | { readonly kind: 'accepted'; readonly model: string }

const BASE = 'ws://127.0.0.1'
const PATH = '/v1/realtime'
const KNOWN_MODEL = /^(gpt-realtime|practice)/
/** How a client of this computer calls it. A page whose name was turned towards this computer (DNS rebinding) calls it by that name. */
const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/i
const KEY_PROTOCOL = 'openai-insecure-api-key.'
/** How the beta shape is asked for: in a header, or where headers cannot be set, as one of the subprotocols. */
const BETA_HEADER = 'realtime=v1'
const BETA_PROTOCOL = 'openai-beta.realtime-v1'

const http = (status: number, code: string, message: string): Verdict & { readonly kind: 'http' } => ({
  kind: 'http',
  status,
  body: { type: 'invalid_request_error', code, message, param: null },
})

const HTTP_FAULTS: readonly (readonly [FaultName, Verdict])[] = [
  ['http-403', http(403, 'unsupported_country_region_territory', 'Country, region, or territory not supported')],
  ['http-429', http(429, 'rate_limit_exceeded', 'Too many requests')],
  ['http-503', http(503, 'service_unavailable', 'The service is overloaded. Please try again later.')],
]

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in constant time; the digest makes lengths equal. */
const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const namesIn = (header: string | readonly string[] | undefined): readonly string[] => String(header ?? '').split(',').map((each) => each.trim())

const protocolsOf = (request: IncomingMessage): readonly string[] => namesIn(request.headers['sec-websocket-protocol'])

/** Other betas of the same vendor travel in the same header and mean nothing here. */
const asksForBeta = (request: IncomingMessage): boolean =>
  namesIn(request.headers['openai-beta']).includes(BETA_HEADER) || protocolsOf(request).includes(BETA_PROTOCOL)

/** Bearer header, Azure's `api-key` header, or the browser's subprotocol (docs/wire-facts.md, Connecting). */
const keyOf = (request: IncomingMessage): string => {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const azure = request.headers['api-key']
  const browser = protocolsOf(request).find((each) => each.startsWith(KEY_PROTOCOL))?.slice(KEY_PROTOCOL.length)
  return bearer ?? (typeof azure === 'string' ? azure : undefined) ?? browser ?? ''
}

const refused = (body: ErrorBody, closeCode: number): Verdict => ({ kind: 'refused', body, closeCode })

/** Only browsers send an origin, whatever page they show. The real service is called by pages; this one has no business with any. */
const isForeign = ({ headers }: IncomingMessage): boolean => headers.origin !== undefined || !OWN_HOST.test(headers.host ?? '')

export const tooManyConnections: Verdict & { readonly kind: 'http' } = http(503, 'too_many_connections', 'More connections are open than anybody here needs.')

/** `token` is the one key that opens this server. */
export const judge = (request: IncomingMessage, token: string, faults: FaultBox): Verdict => {
  if (isForeign(request)) return http(403, 'forbidden', 'Only programs on this computer are served here, and no web page.')
  const struck = HTTP_FAULTS.find(([name]) => faults.strike(name))
  if (struck !== undefined) return struck[1]
  const url = URL.canParse(request.url ?? '/', BASE) ? new URL(request.url ?? '/', BASE) : null
  if (url?.pathname !== PATH) return http(404, 'not_found', `Only ${PATH} is served here.`)
  if (asksForBeta(request)) return refused(errors.betaShape(), 4_000)
  if (!sameSecret(keyOf(request), token)) return refused(errors.invalidApiKey(), 3_000)
  if (faults.strike('realtime-off')) return refused(errors.realtimeOff(), 4_003)
  const model = url.searchParams.get('model') ?? ''
  if (faults.has('any-model')) return { kind: 'accepted', model: 'practice' }
  if (model === '') return refused(errors.missingModel(), 4_000)
  if (!KNOWN_MODEL.test(model)) return refused(errors.invalidModel(model), 4_000)
  return faults.strike('quota-on-connect') ? refused(errors.insufficientQuota(), 1_008) : { kind: 'accepted', model }
}
