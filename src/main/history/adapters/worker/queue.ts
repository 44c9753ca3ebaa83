import { writeFileSync } from 'node:fs'
import { PRIVATE_FILE } from '../../../platform/adapters/private-files'
import type { AppError } from '../../../../shared/errors/errors'
import { err, ok, type Result } from '../../../../shared/result'
import type { FromWorker, Request, ToWorker } from '../../../platform/worker/protocol'
import type { Call } from './call'
import { DEEDS } from './calls'
import { failureOf } from './failures'
import { suspectPath } from './database/files'
import type { Session } from './session'
import { createSessionHolder } from './session-holder'
import { sweep } from './removal/sweep'

/** A deed as it is called here: the arguments come from our own store, which is typed. */
interface AnyDeed {
  readonly manner: 'next' | 'aside' | 'alone'
  readonly run: (session: Session, call: Call, ...args: readonly unknown[]) => unknown
}

/** Carries out requests in the order they come. */
export function createQueue(folder: string, post: (message: FromWorker) => void): (message: ToWorker) => void {
  const waiting: Request[] = []
  const aside = new Map<number | string, Promise<void>>()
  const cancelled = new Set<number>()
  let running = false

  const putAside = (key: number | string, work: Promise<void>): void => {
    aside.set(key, work.finally(() => aside.delete(key)))
  }
  const holder = createSessionHolder(folder, (session) => putAside('sweep', attempt(folder, () => sweep(session)).then(() => undefined)))
  const answer = (id: number, result: Result<unknown, AppError>): void => {
    cancelled.delete(id)
    post({ kind: 'answer', id, result })
  }
  const carryOut = async (request: Request): Promise<void> => {
    const { id, at, name, args } = request
    if (name === 'close') {
      await Promise.all(aside.values())
      answer(id, await attempt(folder, () => holder.close()))
      return
    }
    const deed = DEEDS[name] as AnyDeed
    const call: Call = { at, cancelled: () => cancelled.has(id), progress: (now) => post({ kind: 'progress', id, now }) }
    if (deed.manner === 'alone') await Promise.all(aside.values())
    const outcome = attempt(folder, () => deed.run(holder.get(at), call, ...args)).then((result) => answer(id, result))
    if (deed.manner === 'aside') putAside(id, outcome)
    else await outcome
  }
  const run = async (): Promise<void> => {
    if (running) return
    running = true
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) await carryOut(request)
    running = false
  }
  return (message) => {
    if (message.kind === 'cancel') {
      cancelled.add(message.id)
      return
    }
    waiting.push(message)
    void run()
  }
}

/** What fails becomes an answer; damage also leaves the mark by which the next start looks at all of the database. */
async function attempt(folder: string, work: () => unknown): Promise<Result<unknown, AppError>> {
  try {
    return ok(await work())
  } catch (cause) {
    const error = failureOf(cause, folder)
    if (error.tag === 'history-damaged') markSuspect(folder)
    return err(error)
  }
}

function markSuspect(folder: string): void {
  try {
    writeFileSync(suspectPath(folder), '', { mode: PRIVATE_FILE })
  } catch {
    // A full disk: the damage will be met again.
  }
}
