import type { ServerConfig } from '../../../shared/mcp/servers'
import { type Credentials, CredentialsRestSchema, CredentialsSchema } from '../core/sign-in/credentials'
import type { SetupWorld } from './setup-world'

const PARTS = ['sign-in:access', 'sign-in:renew', 'sign-in:rest'] as const

/** What sign-ins have brought: in the keychain, bound to the entry, its origin and the client ID. Pointed elsewhere, the entry does not find it. */
export class ServerCredentials {
  /** One after the other: the newest is the one that stays. */
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly world: Pick<SetupWorld, 'vault' | 'hash'>) {}

  /** Null: nobody has signed in. */
  async find(server: ServerConfig): Promise<Credentials | null> {
    if (server.reach.kind === 'stdio') return null
    const [access, renew, rest] = await Promise.all(PARTS.map((part) => this.world.vault.find(this.account(server, part))))
    const read = CredentialsSchema.safeParse({ ...parsed(rest ?? null), access, refresh: renew })
    return read.success ? read.data : null
  }

  keep(server: ServerConfig, { access, refresh, ...rest }: Credentials): Promise<void> {
    const texts = [access, refresh, JSON.stringify(CredentialsRestSchema.parse(rest))]
    return this.write(async () => {
      for (const [at, part] of PARTS.entries()) {
        const text = texts[at] ?? null
        await (text === null ? this.world.vault.forget(this.account(server, part)) : this.world.vault.keep(this.account(server, part), text))
      }
    })
  }

  forget(server: ServerConfig): Promise<void> {
    if (server.reach.kind === 'stdio') return Promise.resolve()
    return this.write(async () => {
      for (const part of PARTS) await this.world.vault.forget(this.account(server, part))
    })
  }

  /** `after` would not find them. */
  isOther(before: ServerConfig, after: ServerConfig): boolean {
    return this.account(before, '') !== this.account(after, '')
  }

  private write(work: () => Promise<void>): Promise<void> {
    const written = this.writing.then(work)
    this.writing = written.catch(() => undefined)
    return written
  }

  private account({ id, reach }: ServerConfig, part: string): string {
    const place = reach.kind === 'http' ? [new URL(reach.url).origin, reach.clientId ?? null] : []
    return `${id}/${this.world.hash(JSON.stringify([id, ...place])).slice(0, 32)}/${part}`
  }
}

function parsed(text: string | null): object {
  try {
    const value: unknown = text === null ? null : JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {} // not ours, or cut: as if nobody had signed in
  }
}
