import type { AppError } from '../../../shared/errors/errors'
import type { Page } from '../../../shared/history'
import type { Result } from '../../../shared/result'
import type { Action } from '../../../shared/tools/actions'

type Answer<T> = Promise<Result<T, AppError>>

/** What the tools did. Calls are carried out in the order they are made; one that is answered ok is on the disk. */
export interface ActionStore {
  /**
   * Inserted, or replaced by id. Of one whose conversation was deleted for good only time, tool and outcome are written. What was left
   * open by a crash is `broke-off` from the next start on.
   */
  saveAction(action: Action): Answer<null>
  /** Newest first; `before` is the `at` of the last row of the page above. */
  actions(before: number | null, limit: number): Answer<Page<Action>>
  action(id: string): Answer<Action | null>
  /** All of them, oldest first, as JSON; says how many. */
  exportActions(path: string): Answer<number>
}

export type CardPlace = 'panel' | 'indicator'

/** Where cards are drawn. */
export interface CardPlaces {
  /** Its window is on the screen. */
  isSeen(place: CardPlace): boolean
  /** Told when a window comes or goes. */
  follow(changed: () => void): void
}

/** A mouse button, Space or Return, in the panel and while it has the focus: as the system tells main, whatever the page says. */
export interface HandOnPanel {
  /** The last press. `until` null: it is still down. By the clock of the timers; null: there was none. */
  press(): { readonly since: number; readonly until: number | null } | null
}

/** `unseen`: the chord was pressed, but the hook does not see it, so nobody can tell how long it is held. */
export type ApproveEdge = 'down' | 'up' | 'lost' | 'unseen'

/** The chord that approves. */
export interface ApproveKey {
  /** Takes it from other programs and tells its edges, until the next call; null: not any more. False: it cannot be had or not be seen here. */
  watchApproveKey(chord: string | null, changed: (edge: ApproveEdge, lagMs: number) => void): boolean
}
