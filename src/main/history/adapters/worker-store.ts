import { appError, type AppError } from '../../../shared/errors/errors'
import type { JobOutcome, JobProgress } from '../../../shared/history'
import type { Result } from '../../../shared/result'
import type { HistoryJob } from '../core/ports'
import type { WallClock } from '../../platform/ports'
import { CLOSE } from '../../platform/worker/protocol'
import { WorkerLink } from '../../platform/worker/worker-link'
import type { Records, Work, WorkName, WorkValue } from './work'

export interface HistoryStoreOptions {
  /** Where the database, its log and the sound files lie; made when it is not there. */
  readonly folder: string
  /** The module that runs beside main: `history-worker.js` of the build. */
  readonly worker: URL
  readonly now?: WallClock
}

const ignored = (): void => undefined

const job = (link: WorkerLink, { id, answer }: Asking<JobOutcome>): HistoryJob => ({ outcome: answer, cancel: () => link.cancel(id) })

type Special = 'saveDraft' | 'saveAudio' | 'exportTo' | 'importFrom' | 'close'

/** The history as the rest of main sees it: every call is a message to the worker, every answer one back. */
export function createHistoryStore({ folder, worker, now = Date.now }: HistoryStoreOptions): Records {
  const link = new WorkerLink({ url: worker, data: { folder }, name: 'history', failed: (reason) => appError('history', reason) })
  const ask = askThrough(link, now)
  return {
    ...plainCalls(ask),
    saveDraft: (draft, pcm) => {
      const copy = pcm.slice()
      return ask('saveDraft', [draft, copy], [copy.buffer]).answer
    },
    saveAudio: (conversation, item, pcm, limitBytes) => {
      const copy = pcm.slice()
      return ask('saveAudio', [conversation, item, copy, limitBytes], [copy.buffer]).answer
    },
    exportTo: (path, format, conversations, progress) => job(link, ask('exportTo', [path, format, conversations], [], progress)),
    importFrom: (path, progress) => job(link, ask('importFrom', [path], [], progress)),
    close: () => link.end({ name: CLOSE, args: [], at: now() }),
  }
}

function askThrough(link: WorkerLink, now: WallClock): Ask {
  return (name, args, transfer = [], progress = ignored) => {
    let id = 0
    const answer = new Promise<Result<WorkValue<typeof name>, AppError>>((answered) => {
      id = link.ask({ name, args, at: now() }, { answered: (result) => answered(result as Result<WorkValue<typeof name>, AppError>), progress }, transfer)
    })
    return { id, answer }
  }
}

function plainCalls(ask: Ask): Omit<Records, Special> {
  const call = <Name extends WorkName>(name: Name) => (...args: Parameters<Work[Name]>) => ask(name, args).answer
  return {
    open: call('open'),
    saveItems: call('saveItems'),
    saveUsage: call('saveUsage'),
    dropItem: call('dropItem'),
    list: call('list'),
    summary: call('summary'),
    items: call('items'),
    itemText: call('itemText'),
    search: call('search'),
    rename: call('rename'),
    pin: call('pin'),
    remove: call('remove'),
    restore: call('restore'),
    removeItem: call('removeItem'),
    restoreItem: call('restoreItem'),
    purge: call('purge'),
    expired: call('expired'),
    forget: call('forget'),
    forgetSentText: call('forgetSentText'),
    drafts: call('drafts'),
    draftAudio: call('draftAudio'),
    removeDraft: call('removeDraft'),
    audio: call('audio'),
    image: call('image'),
    saveSegment: call('saveSegment'),
    ledger: call('ledger'),
    ledgerTotals: call('ledgerTotals'),
    exportLedger: call('exportLedger'),
    saveAction: call('saveAction'),
    actions: call('actions'),
    action: call('action'),
    exportActions: call('exportActions'),
    facts: call('facts'),
    saveFact: call('saveFact'),
    removeFacts: call('removeFacts'),
    exportFacts: call('exportFacts'),
    reminders: call('reminders'),
    saveReminder: call('saveReminder'),
    removeReminder: call('removeReminder'),
    saveSentText: call('saveSentText'),
    sentText: call('sentText'),
    sentTotals: call('sentTotals'),
    givenPassages: call('givenPassages'),
    removeEverything: call('removeEverything'),
    stats: call('stats'),
  }
}

interface Asking<Value> {
  readonly id: number
  readonly answer: Promise<Result<Value, AppError>>
}

/** PCM is sent as a copy of its own: the caller keeps what it holds, and a view would drag all of its buffer along. */
type Ask = <Name extends WorkName>(
  name: Name,
  args: Parameters<Work[Name]>,
  transfer?: readonly ArrayBuffer[],
  progress?: (now: JobProgress) => void,
) => Asking<WorkValue<Name>>
