import { createRequire } from 'node:module'
import type * as KeytarModule from 'keytar'
import { appError, type AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'
import type { SecretStore } from '../ports'

const SERVICE = 'Parley'

type Keytar = typeof KeytarModule

/** Loaded on first use: without libsecret the native module fails to load, and Parley must run all the same. */
const requireNative = createRequire(import.meta.url)
const keytar = (): Keytar => requireNative('keytar') as Keytar

const unavailable = (cause: unknown): AppError => appError('keychain', cause instanceof Error ? cause.message : 'unknown')

async function attempt<T>(work: (keychain: Keytar) => Promise<T>): Promise<Result<T, AppError>> {
  try {
    return ok(await work(keytar()))
  } catch (cause) {
    return err(unavailable(cause))
  }
}

/** The OS keychain: one entry an origin, so that a key cannot be read for another. */
export const keytarSecretStore: SecretStore = {
  get: (origin) => attempt((keychain) => keychain.getPassword(SERVICE, origin)),
  set: (origin, secret) => attempt((keychain) => keychain.setPassword(SERVICE, origin, secret)),
  forget: (origin) =>
    attempt(async (keychain) => {
      await keychain.deletePassword(SERVICE, origin)
    }),
}
