import { appError, type AppError, type ErrorTag } from '../../src/shared/errors/errors'
import { err, ok, type Result } from '../../src/shared/result'

export type Answer<T> = Promise<Result<T, AppError>>

/** Thrown while a call is carried out: its answer. */
export class Refused extends Error {
  constructor(readonly tag: ErrorTag) {
    super(tag)
  }
}

/**
 * A store that answers in order and never in the tick it is asked. A test may let its writes fail (`failure`) or keep
 * everything back (`hold`, `release`).
 */
export class ScriptedAnswers {
  /** One line for each write that was asked for, failed or not. */
  readonly calls: string[] = []
  /** Every write fails with this while it is set, and changes nothing. */
  failure: ErrorTag | null = null
  private readonly kept: (() => void)[] = []
  private held = false
  private state: 'new' | 'open' | 'closed'

  /** `opened`: for tests to which opening means nothing. */
  constructor(state: 'opened' | 'new' = 'opened') {
    this.state = state === 'opened' ? 'open' : 'new'
  }

  /** From now on nothing is carried out until `release`. */
  hold(): void {
    this.held = true
  }

  release(): void {
    this.held = false
    for (const carryOut of this.kept.splice(0)) carryOut()
  }

  protected begin(): void {
    if (this.state !== 'new') throw new Error('opened twice')
    this.state = 'open'
  }

  protected end(): void {
    this.state = 'closed'
  }

  protected write(call: string, carryOut: () => unknown): Answer<null> {
    this.calls.push(call)
    return this.answer(() => (carryOut(), null), true)
  }

  protected answer<T>(carryOut: () => T, fails = false): Answer<T> {
    if (this.state !== 'open') throw new Error(`asked while it is ${this.state}`)
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(fails && this.failure !== null ? err(appError(this.failure)) : ok(carryOut()))
        } catch (cause) {
          if (cause instanceof Refused) resolve(err(appError(cause.tag)))
          else reject(cause)
        }
      }
      if (this.held) this.kept.push(run)
      else run()
    })
  }
}
