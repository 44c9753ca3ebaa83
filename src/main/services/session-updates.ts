import type { ClientEvent } from '../core/realtime/client-event'

export type UpdatePurpose = 'configure' | 'hands-free' | 'hold' | 'settings'

/**
 * The `session.update`s on their way. `session.updated` carries no id of ours, but one channel is ordered: the oldest
 * outstanding update is the one that was answered. A refusal names the update it refuses.
 */
export class SessionUpdates {
  private outstanding: { readonly eventId: string; readonly purpose: UpdatePurpose }[] = []
  private sent = 0

  constructor(private readonly send: (event: ClientEvent) => void) {}

  request(purpose: UpdatePurpose, build: (eventId: string) => ClientEvent): void {
    this.sent += 1
    const eventId = `update_${String(this.sent)}`
    this.outstanding.push({ eventId, purpose })
    this.send(build(eventId))
  }

  answered(): UpdatePurpose | null {
    return this.outstanding.shift()?.purpose ?? null
  }

  refused(eventId: string | null): UpdatePurpose | null {
    const refused = this.outstanding.find((update) => update.eventId === eventId)
    this.outstanding = this.outstanding.filter((update) => update !== refused)
    return refused?.purpose ?? null
  }

  reset(): void {
    this.outstanding = []
  }
}
