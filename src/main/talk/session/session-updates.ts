import type { ClientEvent } from '../core/realtime/client-event'

export type UpdatePurpose = 'configure' | 'hands-free' | 'hold' | 'settings'

const PREFIX = 'update_'

/**
 * The `session.update`s on their way. `session.updated` carries no id of ours, but one channel is ordered: the oldest
 * outstanding update is the one that was answered. A refusal names the update it refuses, or nothing: then it is the oldest, too.
 */
export class SessionUpdates {
  private outstanding: { readonly eventId: string; readonly purpose: UpdatePurpose }[] = []
  private sent = 0

  constructor(private readonly send: (event: ClientEvent) => void) {}

  request(purpose: UpdatePurpose, build: (eventId: string) => ClientEvent): void {
    this.sent += 1
    const eventId = `${PREFIX}${String(this.sent)}`
    this.outstanding.push({ eventId, purpose })
    this.send(build(eventId))
  }

  /** The oldest is answered, one way or the other. */
  answered(): UpdatePurpose | null {
    return this.outstanding.shift()?.purpose ?? null
  }

  refused(eventId: string | null): UpdatePurpose | null {
    const refused = this.outstanding.find((update) => update.eventId === eventId)
    this.outstanding = this.outstanding.filter((update) => update !== refused)
    return refused?.purpose ?? null
  }

  /** An update of this run, answered or not. */
  isOurs(eventId: string | null): boolean {
    return eventId?.startsWith(PREFIX) === true
  }

  /** What the server will answer next. */
  get oldest(): UpdatePurpose | null {
    return this.outstanding[0]?.purpose ?? null
  }

  reset(): void {
    this.outstanding = []
  }
}
