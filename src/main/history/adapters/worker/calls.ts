import type { Task as WorkerTask } from '../../../platform/worker/task'
import type { Work, WorkName, WorkValue } from '../work'
import { audio, saveAudio } from './audio/audio-files'
import { pin, rename } from './removal/change'
import { draftAudio, drafts, removeDraft, saveDraft } from './reading/drafts'
import { doomExpired, expired } from './removal/expiry'
import { exportLedger } from './transfer/export-ledger'
import { exportTo } from './transfer/export-conversations'
import { remove, removeItem, restore, restoreItem } from './removal/hide'
import { image } from './items/images'
import { importFrom } from './transfer/import-conversations'
import { ledger, ledgerTotals, saveSegment } from './reading/ledger'
import { items, itemText, list, summary } from './reading/list'
import { givenPassages } from './reading/passages'
import { saveItems } from './items/save-items'
import { search } from './reading/search'
import { action, actions, saveAction } from './records/actions'
import { exportActions } from './records/export-actions'
import { exportFacts } from './records/export-facts'
import { facts, removeFacts, saveFact } from './records/facts'
import { reminders, removeReminder, saveReminder } from './records/reminders'
import { forgetSentText, saveSentText, sentText, sentTotals } from './records/sent-text'
import type { Session } from './session'
import { stats } from './reading/stats'
import { doomRemoved, dropItem, sweep } from './removal/sweep'
import { saveUsage } from './items/usage'
import { removeEverything } from './database/wipe'

type Task<Name extends WorkName> = WorkerTask<Session, Parameters<Work[Name]>, WorkValue<Name>>

type Tasks = { readonly [Name in WorkName]: Task<Name> }

type Plain<Name extends WorkName> = (session: Session, ...args: Parameters<Work[Name]>) => WorkValue<Name> | Promise<WorkValue<Name>>

const next = <Name extends WorkName>(run: Plain<Name>): Task<Name> => ({ manner: 'next', run: (session, _call, ...args) => run(session, ...args) })

/** Every call of the port and what does it. */
export const TASKS: Tasks = {
  open: next<'open'>(({ setAside }) => ({ setAside })),
  saveItems: next<'saveItems'>(saveItems),
  saveUsage: next<'saveUsage'>(saveUsage),
  dropItem: next<'dropItem'>(dropItem),
  list: next<'list'>(list),
  summary: next<'summary'>(summary),
  items: next<'items'>(items),
  itemText: next<'itemText'>(itemText),
  search: next<'search'>(search),
  rename: next<'rename'>(rename),
  pin: next<'pin'>(pin),
  remove: next<'remove'>(remove),
  restore: next<'restore'>(restore),
  removeItem: next<'removeItem'>(removeItem),
  restoreItem: next<'restoreItem'>(restoreItem),
  purge: {
    manner: 'aside',
    run: async (session) => {
      doomRemoved(session)
      await sweep(session)
      return null
    },
  },
  expired: next<'expired'>(expired),
  forget: {
    manner: 'aside',
    run: async (session, _call, conversations, before) => {
      const forgotten = doomExpired(session, conversations, before)
      await sweep(session)
      return forgotten
    },
  },
  saveDraft: next<'saveDraft'>(saveDraft),
  drafts: next<'drafts'>(drafts),
  draftAudio: next<'draftAudio'>(draftAudio),
  removeDraft: next<'removeDraft'>(removeDraft),
  saveAudio: {
    manner: 'next',
    run: (session, { at }, conversation, item, pcm, limitBytes) => saveAudio(session, at, { conversation, item, pcm, limitBytes }),
  },
  audio: next<'audio'>(audio),
  image: next<'image'>(image),
  saveSegment: next<'saveSegment'>(saveSegment),
  ledger: next<'ledger'>(ledger),
  ledgerTotals: next<'ledgerTotals'>(ledgerTotals),
  exportLedger: { manner: 'aside', run: exportLedger },
  saveAction: next<'saveAction'>(saveAction),
  actions: next<'actions'>(actions),
  action: next<'action'>(action),
  exportActions: { manner: 'aside', run: exportActions },
  facts: next<'facts'>(facts),
  saveFact: next<'saveFact'>(saveFact),
  removeFacts: next<'removeFacts'>(removeFacts),
  exportFacts: { manner: 'aside', run: exportFacts },
  reminders: next<'reminders'>(reminders),
  saveReminder: next<'saveReminder'>(saveReminder),
  removeReminder: next<'removeReminder'>(removeReminder),
  saveSentText: next<'saveSentText'>(saveSentText),
  forgetSentText: next<'forgetSentText'>(forgetSentText),
  sentText: next<'sentText'>(sentText),
  sentTotals: next<'sentTotals'>(sentTotals),
  givenPassages: next<'givenPassages'>(givenPassages),
  exportTo: { manner: 'aside', run: exportTo },
  importFrom: { manner: 'aside', run: importFrom },
  removeEverything: { manner: 'alone', run: (session) => removeEverything(session) },
  stats: next<'stats'>(stats),
}
