import type { AppError } from '../../../shared/errors/errors'
import type { SecretPlace } from '../../../shared/view'
import type { SecretStore } from '../ports'
import { forgetStored, storedSecret } from './stored-secrets'

export interface KnownSecret {
  readonly place: SecretPlace
  readonly secret: string | null
}

export const NO_SECRET: KnownSecret = { place: 'none', secret: null }

export interface SecretCacheEffects {
  readonly notify: (error: AppError) => void
  /** It may be said from now on: nothing that is written down may hold it. */
  readonly used: (secret: string) => void
  /** Nothing in this process holds it any more. */
  readonly unused: (secret: string) => void
}

/**
 * What is known of the keychain's entries in this run. Where it is locked or missing, a key is kept in memory for this run, and the
 * person is told. A key from the environment counts for its own account only and is never stored.
 */
export class SecretCache {
  private readonly thisRun = new Map<string, KnownSecret>()
  private readonly known = new Map<string, KnownSecret>()
  private readonly asking = new Map<string, Promise<KnownSecret>>()

  constructor(
    private readonly store: SecretStore,
    environment: Readonly<Record<string, string>>,
    private readonly effects: SecretCacheEffects,
  ) {
    for (const [account, secret] of Object.entries(environment)) this.thisRun.set(account, { place: 'environment', secret })
  }

  seen(account: string): KnownSecret | null {
    return this.thisRun.get(account) ?? this.known.get(account) ?? null
  }

  /** Asks the keychain once an account and run, since every question may prompt the person; again only if it could not answer. */
  async find(account: string): Promise<KnownSecret> {
    const seen = this.seen(account)
    if (seen !== null) return seen
    const asking = this.asking.get(account) ?? this.ask(account)
    this.asking.set(account, asking)
    return asking
  }

  async keep(account: string, secret: string): Promise<void> {
    this.effects.used(secret)
    const stored = await this.store.set(account, secret)
    this.thisRun.delete(account)
    if (stored.ok) return void this.known.set(account, { place: 'keychain', secret })
    this.thisRun.set(account, { place: 'this-run', secret })
    this.effects.notify(stored.error)
  }

  async forget(account: string): Promise<void> {
    const known = this.seen(account)
    const forgotten = await forgetStored(this.store, account)
    this.thisRun.delete(account)
    this.known.set(account, NO_SECRET)
    if (known !== null && known.secret !== null) this.effects.unused(known.secret)
    if (!forgotten.ok && known?.place === 'keychain') this.effects.notify(forgotten.error)
  }

  private async ask(account: string): Promise<KnownSecret> {
    const stored = await storedSecret(this.store, account)
    this.asking.delete(account)
    // Entered or forgotten while the keychain was looking: its answer is older than that.
    const meanwhile = this.seen(account)
    if (meanwhile !== null) return meanwhile
    if (!stored.ok) {
      this.effects.notify(stored.error)
      return NO_SECRET
    }
    const found: KnownSecret = stored.value === null ? NO_SECRET : { place: 'keychain', secret: stored.value }
    if (found.secret !== null) this.effects.used(found.secret)
    this.known.set(account, found)
    return found
  }
}
