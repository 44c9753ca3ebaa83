import { appError, type AppError } from '../../shared/errors/errors'
import { err, ok, type Result } from '../../shared/result'
import { profileOf } from '../../shared/providers/profiles/find-profile'
import type { Profile } from '../../shared/providers/profiles/profile'
import { keysIn } from '../../shared/providers/address-keys'
import { isExposed } from '../../shared/providers/loopback'
import { OPENAI_URL } from '../../shared/providers/servers'
import { isSecretTooLong } from '../../shared/secret'
import type { Endpoint, Settings } from '../../shared/settings'
import { say } from '../../shared/words/say'
import type { TransportTarget } from './core/transport-port'
import { withModel, withoutFragment } from './dialled-address'

const THIS_COMPUTER = '127.0.0.1'
/** What a header can carry. Node throws at anything else: an invisible space, or the dots of a key that was cut short on a web page. */
const IN_A_HEADER = /^[\x20-\x7e]+$/
/** What the built-in endpoint answers to. */
const PRACTICE_MODEL = 'practice-echo'

/** The built-in endpoint of this run: its address and its token, which never leave the machine. */
export interface PracticeAddress {
  readonly url: string
  readonly token: string
}

/** It runs only while somebody wants to know where; rejects where it cannot. */
export type FindPractice = () => Promise<PracticeAddress>

/** Where the sound goes, for the ledger. */
export const hostOf = (endpoint: Endpoint): string => addressOf(endpoint)?.host ?? THIS_COMPUTER

/** Null: the built-in endpoint, whose port changes. */
function addressOf(endpoint: Endpoint): URL | null {
  if (endpoint.kind === 'practice') return null
  return new URL(endpoint.kind === 'openai' ? OPENAI_URL : endpoint.url)
}

/** For the state line. */
export function endpointName(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'practice':
      return say('common.echo-test')
    case 'openai':
      return say('common.open-ai')
    case 'custom':
      return new URL(endpoint.url).host
  }
}

const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` })

/** What a subprotocol can be made of. */
const IN_A_PROTOCOL = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

type Proof = Pick<TransportTarget, 'headers' | 'protocols'>

/** How the key goes out there. Null: it cannot. */
function proofOf({ auth }: Profile, secret: string): Proof | null {
  switch (auth.kind) {
    case 'api-key':
      return { headers: { 'api-key': secret } }
    case 'basic':
      return { headers: { Authorization: `Basic ${secret}` } }
    case 'header':
      return { headers: { [auth.name]: secret } }
    case 'subprotocol':
      return IN_A_PROTOCOL.test(secret) ? { headers: {}, protocols: ['realtime', `openai-insecure-api-key.${secret}`] } : null
    case 'bearer':
    case 'query':
    case 'none': // what stands before such a server may want one
      return { headers: bearer(secret) }
  }
}

/** Where the model is no part of the address, it is chosen otherwise or not at all. */
const dialled = ({ urlTemplate }: Profile, url: string, model: string): string => (urlTemplate === '{url}' || urlTemplate.includes('model=') ? withModel(url, model) : withoutFragment(url))

function customTarget(profile: Profile, url: string, model: string, secret: string | null): Result<TransportTarget, AppError> {
  const proof = secret === null ? { headers: {} } : proofOf(profile, secret)
  if (proof === null) return err(appError('auth', 'the key has letters that no key has'))
  return ok({ url: dialled(profile, url, model), ...proof, ...(profile.dialect === 'ga' ? {} : { dialect: profile.dialect }) })
}

/**
 * Address, headers and dialect. Only OpenAI insists on a key; a server of one's own may need none, and takes it as its profile
 * says. No beta header, ever: it is fatal today.
 */
export function transportTarget(
  settings: Settings,
  secret: string | null,
  practice: PracticeAddress | null,
): Result<TransportTarget, AppError> {
  const { endpoint, model } = settings
  if (secret !== null && isSecretTooLong(secret)) return err(appError('secret-long'))
  if (secret !== null && !IN_A_HEADER.test(secret)) return err(appError('auth', 'the key has letters that no key has'))
  if (endpoint.kind === 'practice') {
    if (practice === null) return err(appError('unexpected', 'the practice endpoint is not running'))
    return ok({ url: withModel(practice.url, PRACTICE_MODEL), headers: bearer(practice.token) })
  }
  if (endpoint.kind === 'openai') {
    return secret === null ? err(appError('no-key')) : ok({ url: withModel(OPENAI_URL, model), headers: bearer(secret) })
  }
  const { username, password } = new URL(endpoint.url)
  if (username !== '' || password !== '') return err(appError('address-login'))
  if (isExposed(endpoint.url) && (secret !== null || keysIn(endpoint.url).length > 0)) return err(appError('secret-exposed'))
  return customTarget(profileOf(settings), endpoint.url, model, secret)
}
