import { keptIn, keysIn, repeatsKey, withKeys, withoutKeys } from '../../../shared/providers/address-keys'
import { type AppError, appError } from '../../../shared/errors/errors'
import { isExposed } from '../../../shared/providers/loopback'
import { err, ok, type Result } from '../../../shared/result'
import { endpointOrigin } from '../../../shared/providers/servers'
import type { Endpoint } from '../../../shared/settings'
import type { SecretPlace } from '../../../shared/view'
import type { SecretStore } from '../ports'
import { SecretCache, type KnownSecret, NO_SECRET } from './secret-cache'

const NOT_NEEDED: KnownSecret = { place: 'not-needed', secret: null }

/** The key that stands in the query of an address has an entry of its own beside the origin's. */
const accountOf = (origin: string, parameter: string): string => `${origin}?${parameter}`

/** Keys by origin: scheme, host and port. What would travel in clear has none. */
export class Secrets {
  private readonly cache: SecretCache

  constructor(
    store: SecretStore,
    environment: Readonly<Record<string, string>>,
    notify: (error: AppError) => void,
    used: (secret: string) => void,
    unused: (secret: string) => void,
  ) {
    this.cache = new SecretCache(store, environment, { notify, used, unused })
  }

  async find(endpoint: Endpoint): Promise<KnownSecret> {
    const origin = endpointOrigin(endpoint)
    if (origin === null) return NOT_NEEDED
    return isExposed(origin) ? NO_SECRET : this.cache.find(origin)
  }

  /** What is known without asking anybody: for the view. */
  placeOf(endpoint: Endpoint): SecretPlace {
    const origin = endpointOrigin(endpoint)
    return origin === null ? 'not-needed' : (this.cache.seen(origin) ?? NO_SECRET).place
  }

  /** Refused for an address that is not encrypted: there it would be kept only to be read by others. */
  async enter(endpoint: Endpoint, secret: string): Promise<Result<SecretPlace, AppError>> {
    const origin = endpointOrigin(endpoint)
    if (origin === null) return ok('not-needed')
    if (isExposed(origin)) return err(appError('secret-exposed'))
    await this.cache.keep(origin, secret)
    return ok(this.placeOf(endpoint))
  }

  /** Those of its address, too. */
  async forget(endpoint: Endpoint): Promise<SecretPlace> {
    const origin = endpointOrigin(endpoint)
    if (origin === null) return 'not-needed'
    const parameters = endpoint.kind === 'custom' ? keptIn(endpoint.url) : []
    for (const account of [origin, ...parameters.map((name) => accountOf(origin, name))]) await this.cache.forget(account)
    return this.placeOf(endpoint)
  }

  /** The endpoint as the settings may hold it: a key in its address goes to where keys are kept. */
  async takeFrom(endpoint: Endpoint): Promise<Result<Endpoint, AppError>> {
    const origin = endpointOrigin(endpoint)
    if (endpoint.kind !== 'custom' || origin === null) return ok(endpoint)
    const keys = keysIn(endpoint.url)
    if (keys.length > 0 && isExposed(origin)) return err(appError('secret-exposed'))
    if (repeatsKey(endpoint.url)) return err(appError('address-keys'))
    for (const { name, value } of keys) await this.cache.keep(accountOf(origin, name), value)
    return ok({ kind: 'custom', url: withoutKeys(endpoint.url) })
  }

  /** Whether the keychain has all that was taken out of its address. False: some of it is only in memory, and gone with this run. */
  outlivesRun(endpoint: Endpoint): boolean {
    const origin = endpointOrigin(endpoint)
    if (endpoint.kind !== 'custom' || origin === null) return true
    return keptIn(endpoint.url).every((name) => this.cache.seen(accountOf(origin, name))?.place === 'keychain')
  }

  /** And as it is dialled. Of an address that was pointed elsewhere, the keys of the old place are not found. */
  async putInto(endpoint: Endpoint): Promise<Result<Endpoint, AppError>> {
    const origin = endpointOrigin(endpoint)
    if (endpoint.kind !== 'custom' || origin === null) return ok(endpoint)
    const values = new Map<string, string>()
    for (const name of keptIn(endpoint.url)) {
      const { secret } = await this.cache.find(accountOf(origin, name))
      if (secret === null) return err(appError('no-key', name))
      values.set(name, secret)
    }
    return ok({ kind: 'custom', url: withKeys(endpoint.url, (name) => values.get(name) ?? '') })
  }
}
