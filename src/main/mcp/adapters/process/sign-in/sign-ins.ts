import type { FromProcess, ToProcess } from '../../../core/messages'
import { serverAddress } from '../../../core/server-address'
import type { Challenge } from './authority'
import { revoke } from './revoke'
import { signIn } from './sign-in'
import { signInReason } from './sign-in-failure'

const NO_CHALLENGE: Challenge = { metadataUrl: undefined, scope: undefined }

/** The sign-ins that are open, and what servers have said of theirs. */
export class SignIns {
  private readonly challenges = new Map<string, Challenge>()
  private readonly open = new Map<string, AbortController>()
  private readonly ending = new AbortController()

  constructor(private readonly post: (message: FromProcess) => void) {}

  /** For the next sign-in to this server. */
  wanted(server: string, challenge: Challenge): void {
    this.challenges.set(server, challenge)
  }

  async start({ server, signIn: id, url, clientId }: Extract<ToProcess, { readonly type: 'sign-in' }>): Promise<void> {
    const address = serverAddress(url)
    if (!address.ok) return this.post({ type: 'not-signed-in', signIn: id, reason: address.error })
    const over = new AbortController()
    this.open.set(id, over)
    const open = (page: string) => this.post({ type: 'sign-in-page', signIn: id, url: page })
    const signal = AbortSignal.any([over.signal, this.ending.signal])
    try {
      const credentials = await signIn({ server: address.value, challenge: this.challenges.get(server) ?? NO_CHALLENGE, clientId, open, signal })
      if (!signal.aborted) this.post({ type: 'signed-in', signIn: id, credentials })
    } catch (cause) {
      if (!signal.aborted) this.post({ type: 'not-signed-in', signIn: id, reason: signInReason(cause) })
    } finally {
      this.open.delete(id)
    }
  }

  end(id: string): void {
    this.open.get(id)?.abort()
  }

  async revoke({ url, credentials }: Extract<ToProcess, { readonly type: 'revoke' }>): Promise<void> {
    const address = serverAddress(url)
    if (!address.ok) return
    try {
      await revoke(address.value, credentials, this.ending.signal)
    } catch {
      // it could not be told; here, nothing is kept any more
    }
  }

  endAll(): void {
    this.ending.abort()
  }
}
