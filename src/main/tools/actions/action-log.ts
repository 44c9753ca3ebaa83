import type { AppError } from '../../../shared/errors/errors'
import type { ConversationId } from '../../../shared/ids'
import { err, ok, type Result } from '../../../shared/result'
import type { Action, Approval } from '../../../shared/tools/actions'
import { openAction, privateAction } from '../core/action'
import type { WallClock } from '../../platform/ports'
import type { ActionStore } from '../core/ports'
import { argumentsOf, type ReadyCall } from '../core/ready-call'

/** Private ones that can still be taken back. */
const RECENT = 50

export interface LoggedAction {
  readonly action: Action
  readonly private: boolean
}

export interface LoggingParts {
  /** `id` null: there is none yet. */
  readonly conversation: () => { readonly id: ConversationId | null; readonly private: boolean }
  readonly wallClock: WallClock
}

/** As it is written before it is done. */
export function openLogged({ conversation, wallClock }: LoggingParts, ready: ReadyCall, id: string, approval: Approval): LoggedAction {
  const { id: of, private: isPrivate } = conversation()
  return { action: openAction({ id, at: wallClock(), conversation: of, tool: ready.tool, arguments: argumentsOf(ready), approval }), private: isPrivate }
}

const kept = ({ action, private: isPrivate }: LoggedAction): Action => (isPrivate ? privateAction(action) : action)

/** What was done, written before it is and closed after it. */
export class ActionLog {
  /** Of private conversations, as long as Parley runs: they can be undone, too. Others are in the store, and gone with it. */
  private readonly recent = new Map<string, LoggedAction>()

  constructor(
    private readonly store: ActionStore,
    private readonly notify: (error: AppError) => void,
    /** Its page lists something else now. */
    private readonly listChanged: () => void,
  ) {}

  /** Not done before this is answered ok. */
  begin(logged: LoggedAction): Promise<Result<null, AppError>> {
    return this.save(logged)
  }

  /** Done or not, it is done: what cannot be written is told. */
  async end(logged: LoggedAction): Promise<void> {
    if (logged.private) this.remember(logged)
    const saved = await this.save(logged)
    if (!saved.ok) this.notify(saved.error)
  }

  async find(id: string): Promise<LoggedAction | null> {
    const recent = this.recent.get(id)
    if (recent !== undefined) return recent
    const found = await this.store.action(id)
    return found.ok && found.value !== null ? { action: found.value, private: false } : null
  }

  /** A page of the history, from the store alone: nothing private is in it. */
  list(before: number | null, limit: number) {
    return this.store.actions(before, limit)
  }

  async exportTo(path: string | null): Promise<Result<{ readonly path: string; readonly actions: number } | null, AppError>> {
    if (path === null) return ok(null)
    const written = await this.store.exportActions(path)
    return written.ok ? ok({ path, actions: written.value }) : err(written.error)
  }

  /** Those of private conversations, too, can be taken back no more. */
  forget(): void {
    this.recent.clear()
  }

  private async save(logged: LoggedAction): Promise<Result<null, AppError>> {
    const saved = await this.store.saveAction(kept(logged))
    if (saved.ok) this.listChanged()
    return saved
  }

  private remember(logged: LoggedAction): void {
    this.recent.delete(logged.action.id)
    this.recent.set(logged.action.id, logged)
    const [oldest] = this.recent.keys()
    if (this.recent.size > RECENT && oldest !== undefined) this.recent.delete(oldest)
  }
}
