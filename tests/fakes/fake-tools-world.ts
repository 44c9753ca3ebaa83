import type { Question } from '../../src/main/app/confirm-port'
import type { Timers } from '../../src/main/platform/ports'
import type { ToolSource } from '../../src/main/tools/core/tool'
import type { ToolsWorld } from '../../src/main/tools/tools-world'
import { conversationId } from '../../src/shared/ids'
import { ok } from '../../src/shared/result'
import { defaultSettings, type Settings } from '../../src/shared/settings'
import type { AppError } from '../../src/shared/errors/errors'
import { FakeActionStore } from './fake-action-store'
import { FakeCards } from './fake-cards'
import { FakeHotkeys, noTrace, silentLogger } from './fake-world'

/** What the tools stand on, as a test plays it. */
export function fakeToolsWorld(timers: Timers, sources: readonly ToolSource[]) {
  let settings: Settings = defaultSettings('linux')
  let minted = 0
  const [store, cards, hotkeys] = [new FakeActionStore(), new FakeCards(), new FakeHotkeys()]
  const conversation = { id: conversationId('c1'), private: false }
  /** Titles of what main asked in dialogs; what the person says to them. */
  const asked: string[] = []
  const person = { says: true }
  const clock = { now: 1_000 }
  /** How the dialog behind a press is answered. */
  const dialogs: { open: (question: Question) => Promise<boolean> } = { open: () => Promise.resolve(person.says) }
  const lists = { told: 0 }
  const notices: AppError[] = []
  /** What pages were told beside the view. */
  const pushed: string[] = []
  const set = (patch: Partial<Settings>) => (settings = { ...settings, ...patch })
  const world: ToolsWorld = {
    settings: () => settings,
    updateSettings: (patch) => ok(set(patch as Partial<Settings>)),
    changed: () => undefined,
    notify: (error) => void notices.push(error),
    confirm: (question) => {
      asked.push(question.title)
      return dialogs.open(question)
    },
    confirmPatiently: async (question) => {
      asked.push(question.title)
      return (await dialogs.open(question)) ? 'yes' : 'not-confirmed'
    },
    timers,
    wallClock: () => clock.now,
    mint: () => {
      minted += 1
      return `a${String(minted)}`
    },
    logger: silentLogger,
    trace: noTrace,
    conversation: () => conversation,
    sources: () => sources,
    store,
    standardNotesFolder: () => '/documents/Parley notes',
    places: cards,
    hand: cards,
    approveKey: hotkeys,
    approveKeyLabel: () => 'Ctrl+Alt+Enter',
    approveKeyTaken: () => false,
    listChanged: () => (lists.told += 1),
    files: { saveAs: async () => null, open: async () => null, folder: async () => null },
    push: (page, channel) => void pushed.push(`${page} ${channel}`),
    earcon: () => undefined,
    secrets: () => ({ find: async () => null, keep: async () => undefined, forget: async () => undefined }),
    turn: () => ({ listens: false, runs: false }),
    platform: 'linux',
  }
  return { world, store, cards, hotkeys, conversation, asked, person, clock, dialogs, lists, notices, pushed, settings: () => settings, set }
}
