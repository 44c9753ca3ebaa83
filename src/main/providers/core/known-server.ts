import { profile, profileOf } from '../../../shared/providers/profiles/find-profile'
import type { Profile } from '../../../shared/providers/profiles/profile'
import { placeOf } from '../../../shared/providers/servers'
import type { Settings } from '../../../shared/settings'

/** What a server has taught in this run: never written down, since it may be mended tomorrow. */
export class LearnedFacts {
  /** Fields of the session it refused, by their names, with the values that were asked for: another voice may do. */
  refused: { readonly fields: ReadonlySet<string>; readonly values: string } = { fields: new Set(), values: '' }
  private readonly unknown = new Set<string>()

  /** It does not know this event of ours. */
  unknownEvent(type: string): void {
    this.unknown.add(type)
  }

  knows(type: string): boolean {
    return !this.unknown.has(type)
  }
}

/** The server that is talked with: what is written of it, and what it has taught. */
export interface KnownServer {
  readonly profile: Profile
  readonly learned: LearnedFacts
}

/** Where nobody says which: it does what OpenAI does. */
export const unknownServer = (): KnownServer => ({ profile: profile('openai'), learned: new LearnedFacts() })

/** What was learned is bound to scheme, host and port, as a key is; and to the model, since another one may do more. */
export class KnownServers {
  private readonly learned = new Map<string, LearnedFacts>()

  of(settings: Settings): KnownServer {
    const where = `${placeOf(settings.endpoint)} ${settings.model}`
    const learned = this.learned.get(where) ?? new LearnedFacts()
    this.learned.set(where, learned)
    return { profile: profileOf(settings), learned }
  }
}
