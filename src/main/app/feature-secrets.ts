import type { SecretCache } from './secrets/secret-cache'

/** Keys and passwords of one feature, each by a name of its own, such as the origin it is for. */
export interface FeatureSecrets {
  /** Null: there is none, or the keychain does not tell; then the person has been told. */
  find(name: string): Promise<string | null>
  /** In the keychain; where there is none, for this run, and the person is told. */
  keep(name: string, secret: string): Promise<void>
  forget(name: string): Promise<void>
}

/** Beside the keys of servers, which go by their origin: no feature reads another's, and none reads those. */
export const featureSecrets = (cache: SecretCache) => (feature: string): FeatureSecrets => {
  const account = (name: string) => `parley:${feature}/${encodeURIComponent(name)}`
  return {
    find: async (name) => (await cache.find(account(name))).secret,
    keep: (name, secret) => cache.keep(account(name), secret),
    forget: (name) => cache.forget(account(name)),
  }
}
