import type { CallId, ItemId } from '../../../shared/ids'
import type { RunningTool } from '../../../shared/tools/view'
import type { ToolRun } from './tool-run'

/** A call between being asked for and its answer, or its end as a job. */
export interface RunningCall {
  readonly call: CallId
  readonly item: ItemId
  readonly title: string
  readonly effect: 'read' | 'write'
  /** Of its card, too. */
  readonly action: string
  state: RunningTool['state']
  /** Switched off meanwhile. */
  readonly isRefused: () => boolean
  progress: string | null
  /** The person has gone on meanwhile: what comes of it reaches no answer before their next turn. */
  isLate: boolean
  /** Why it is not to begin; null: it may. */
  stopped: string | null
  run: ToolRun | null
}

export function stopCall(call: RunningCall, why: string): void {
  if (call.run === null) call.stopped = why
  else call.run.stop(why)
}

export class RunningCalls {
  private readonly running = new Map<CallId, RunningCall>()

  add(call: RunningCall): void {
    this.running.set(call.call, call)
  }

  get(call: CallId): RunningCall | undefined {
    return this.running.get(call)
  }

  remove(call: CallId): void {
    this.running.delete(call)
  }

  get all(): readonly RunningCall[] {
    return [...this.running.values()]
  }

  get jobs(): number {
    return this.all.filter(({ state }) => state === 'in-background').length
  }

  get shown(): readonly RunningTool[] {
    return this.all.map(({ item, title, state, progress }) => ({ item, title, state, progress }))
  }
}
