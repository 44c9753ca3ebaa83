import type { CutKind } from '../../../src/main/practice/faults/cuts'
import { startPracticeServer as start, type PracticeOptions as Options, type PracticeServer as Server } from '../../../src/main/practice/server/server'
import type { ObservedSession, PracticeObserver, Rule } from '../../../src/main/practice/session/observer'
import { SessionNotes } from './session-notes'
import type { SessionReport } from './session-report'

export type PracticeOptions = Omit<Options, 'observe'> & {
  /** Called when a session ends. */
  readonly onSession?: (report: SessionReport) => void
  /** Rules that a client may break here; any other broken one fails the test as the server closes. */
  readonly forgives?: readonly Rule[]
}

/** The practice endpoint, and what each of its sessions received, ended ones too, with the sound of it (some 14 MB each). */
export interface PracticeServer extends Omit<Server, 'cut'> {
  /** Live reports, oldest session first. */
  readonly sessions: readonly SessionReport[]
  /** Cuts the newest connection now. Returns the report of its session, `null` when there was nothing to cut. */
  cut(kind: CutKind): SessionReport | null
}

class Reports {
  readonly #notes = new Map<ObservedSession, SessionNotes>()
  readonly #onSession: (report: SessionReport) => void

  constructor(onSession: (report: SessionReport) => void) {
    this.#onSession = onSession
  }

  get all(): readonly SessionReport[] {
    return [...this.#notes.values()]
  }

  of(session: ObservedSession | null): SessionReport | null {
    return session === null ? null : (this.#notes.get(session) ?? null)
  }

  readonly observe: PracticeObserver = (session) => {
    const notes = new SessionNotes(session)
    this.#notes.set(session, notes)
    return (fact) => {
      notes.hear(fact)
      if (fact.kind === 'closed') this.#onSession(notes)
    }
  }
}

/** Clients of other makers answer calls as soon as they are whole. */
const FOREIGN_HABITS: readonly Rule[] = ['output-early']

const refuseViolations = (reports: readonly SessionReport[], forgives: readonly Rule[]): void => {
  const broken = reports.flatMap(({ violations }) => violations).filter(({ rule }) => !forgives.includes(rule))
  if (broken.length > 0) throw new Error(`The client broke the service's rules: ${broken.map(({ rule, about }) => `${rule} (${about})`).join(', ')}`)
}

export const startPracticeServer = async ({ onSession = () => undefined, forgives = FOREIGN_HABITS, ...options }: PracticeOptions = {}): Promise<PracticeServer> => {
  const reports = new Reports(onSession)
  const server = await start({ ...options, observe: reports.observe })
  return {
    url: server.url,
    port: server.port,
    token: server.token,
    get sessions() {
      return reports.all
    },
    get stats() {
      return server.stats
    },
    setFaults: (faults) => server.setFaults(faults),
    addFaults: (faults) => server.addFaults(faults),
    addScript: (script) => server.addScript(script),
    cut: (kind) => reports.of(server.cut(kind)),
    close: async () => {
      await server.close()
      refuseViolations(reports.all, forgives)
    },
  }
}
