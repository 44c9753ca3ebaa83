import { errorWords } from '../../shared/errors/error-words'
import type { ServerConfig } from '../../shared/mcp/servers'
import type { PatientConfirm } from '../app/confirm-port'
import type { FromProcess, ToProcess } from './core/messages'
import type { ServerSecrets } from './core/ports'
import { signInAddress } from './core/sign-in/authority'
import type { Credentials } from './core/sign-in/credentials'
import { signInQuestion } from './core/sign-in/question'
import { say } from '../../shared/words/say'

export interface SignInParts {
  readonly post: (message: ToProcess) => void
  /** Drawn by main, and not again for a while after a no. */
  readonly ask: PatientConfirm
  readonly openLink: (url: string) => Promise<boolean>
  readonly secrets: Pick<ServerSecrets, 'keepCredentials'>
  readonly mint: () => string
  /** It may be reached now. */
  readonly signedIn: (server: string) => void
  readonly changed: () => void
}

interface Open {
  readonly id: string
  readonly server: ServerConfig
  readonly url: URL
  /** Whatever it waits for, it does not any more. */
  readonly over: AbortController
}

type Said = Extract<FromProcess, { readonly type: 'sign-in-page' | 'signed-in' | 'not-signed-in' }>

/** Sign-ins of the person in the browser, one a server. The process of the servers leads them; main asks, opens the browser and keeps what they bring. */
export class ServerSignIns {
  private readonly open = new Map<string, Open>()
  private readonly faults = new Map<string, string>()

  constructor(private readonly parts: SignInParts) {}

  isOpen(server: string): boolean {
    return this.open.has(server)
  }

  /** Why the last one did not come to an end; null: it did, or the person ended it. */
  fault(server: string): string | null {
    return this.faults.get(server) ?? null
  }

  start(server: ServerConfig): void {
    if (server.reach.kind === 'stdio' || this.isOpen(server.id)) return
    const { url, clientId = null } = server.reach
    const open: Open = { id: this.parts.mint(), server, url: new URL(url), over: new AbortController() }
    this.open.set(server.id, open)
    this.faults.delete(server.id)
    this.parts.post({ type: 'sign-in', server: server.id, signIn: open.id, url, clientId })
    this.parts.changed()
  }

  /** The person does not want it any more, or the entry is another one. */
  end(server: string): void {
    const open = this.open.get(server)
    if (open !== undefined) this.over(open, null)
  }

  endWhere(isGone: (server: ServerConfig) => boolean): void {
    for (const open of [...this.open.values()]) if (isGone(open.server)) this.over(open, null)
  }

  /** The process has ended, and all of them with it. */
  dropAll(): void {
    for (const open of [...this.open.values()]) this.over(open, say('sign-in.process-ended'))
  }

  heard(message: Said): void {
    const open = [...this.open.values()].find(({ id }) => id === message.signIn)
    if (open === undefined) return
    switch (message.type) {
      case 'sign-in-page':
        return void this.openPage(open, message.url)
      case 'signed-in':
        return void this.keep(open, message.credentials)
      case 'not-signed-in':
        return this.over(open, message.reason)
    }
  }

  private async openPage(open: Open, url: string): Promise<void> {
    const address = signInAddress(url, open.url)
    if (!address.ok) return this.over(open, address.error)
    const answer = await this.parts.ask({ ...signInQuestion(open.server.label, address.value, open.url), over: open.over.signal })
    if (open.over.signal.aborted) return
    if (answer !== 'yes') return this.over(open, errorWords(answer))
    const isThere = await this.parts.openLink(address.value.href)
    if (!isThere && !open.over.signal.aborted) this.over(open, say('sign-in.no-browser'))
  }

  private async keep(open: Open, credentials: Credentials): Promise<void> {
    const isKept = await this.parts.secrets.keepCredentials(open.server, credentials)
    if (open.over.signal.aborted) return void (await this.parts.secrets.keepCredentials(open.server, null))
    this.over(open, null)
    if (isKept) this.parts.signedIn(open.server.id)
  }

  private over(open: Open, fault: string | null): void {
    if (this.open.get(open.server.id) !== open) return
    this.open.delete(open.server.id)
    open.over.abort()
    if (fault !== null) this.faults.set(open.server.id, fault)
    this.parts.post({ type: 'end-sign-in', signIn: open.id })
    this.parts.changed()
  }
}
