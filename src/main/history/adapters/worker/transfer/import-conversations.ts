import { createReadStream, statSync } from 'node:fs'
import { NOT_OURS } from '../../../core/export-json'
import type { ImportedConversation } from '../../../core/import-schema'
import { appError } from '../../../../../shared/errors/errors'
import type { JobOutcome } from '../../../../../shared/history'
import { createBreather } from '../../../../platform/worker/slices'
import type { Call } from '../../../../platform/worker/task'
import { Failure } from '../failures'
import { checkedImages } from '../items/arriving-images'
import { createArrival, undoArrivals } from '../items/arrival'
import type { Session } from '../session'

/** Ten million sentences, or some ten thousand images. */
const LIMIT_BYTES = 8 * 1024 * 1024 * 1024

class Cancelled extends Error {}

/** One at a time: each sees what the one before has brought. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a JSON export of ours. The file is read twice: first to judge all of it, so that a wrong one never touches the history,
 * then to take it in, out of sight and in small transactions, because one for everything would hold up every call meanwhile. The
 * last step shows it all at once; what fails or is cancelled before goes away again, at the latest with the next start.
 */
export function importFrom(session: Session, call: Call, path: string): Promise<JobOutcome> {
  const mine = last.then(() => importNow(session, call, path))
  last = mine.catch(() => undefined)
  return mine
}

async function importNow(session: Session, call: Call, path: string): Promise<JobOutcome> {
  try {
    await undoArrivals(session)
    const arrival = createArrival(session)
    const total = await readAll(path, call, () => Promise.resolve())
    let done = 0
    await readAll(path, call, async (conversation) => {
      call.progress({ done, total })
      await arrival.take(conversation)
      done += 1
    })
    if (call.cancelled()) throw new Cancelled()
    const outcome = { cancelled: false, ...arrival.show() }
    call.progress({ done: total, total })
    return outcome
  } catch (cause) {
    // Where even that fails, what has come stays out of sight until the next import or the next start.
    await undoArrivals(session).catch(() => undefined)
    if (cause instanceof Cancelled) return { cancelled: true, conversations: 0, items: 0, skipped: 0 }
    throw cause
  }
}

const wrong = (reason: string): Failure => new Failure(appError('import', reason))

/** Gives every conversation of the file to `take`, in order, and says how many there were. Throws at the first fault. */
async function readAll(path: string, call: Call, take: (conversation: ImportedConversation) => Promise<void>): Promise<number> {
  if (sizeOf(path) > LIMIT_BYTES) throw wrong('The file is larger than 8 GB.')
  // With its schemas and the parser come 100 ms of loading, which no start should pay.
  const [{ ExportReader }, { conversationFrom, frameFault }] = await Promise.all([import('../../../core/export-reader'), import('../../../core/import-schema')])
  const breathe = createBreather()
  const reader = new ExportReader()
  let count = 0
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const read = reader.push(String(chunk))
    if (!read.ok) throw wrong(read.error)
    for (const value of read.value) {
      count += 1
      const conversation = conversationFrom(value, count)
      if (!conversation.ok) throw wrong(reader.looksOurs() ? conversation.error : NOT_OURS)
      const images = checkedImages(conversation.value, count)
      if (!images.ok) throw wrong(images.error)
      await take(conversation.value)
      if (call.cancelled()) throw new Cancelled()
      await breathe()
    }
    await breathe()
    if (call.cancelled()) throw new Cancelled()
  }
  const fault = frameFault(reader.frame())
  if (fault !== null) throw wrong(fault)
  return count
}

function sizeOf(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry?.isFile() !== true) throw wrong('There is no such file.')
  return entry.size
}
