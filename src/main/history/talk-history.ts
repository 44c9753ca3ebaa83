import type { AppError } from '../../shared/errors/errors'
import type { HistoryChange, JobView, PlayingView } from '../../shared/ipc/history'
import { draftId, type DraftId, type ItemId } from '../../shared/ids'
import { ownText } from '../../shared/text/own-text'
import { placeOf } from '../../shared/providers/servers'
import type { Settings } from '../../shared/settings'
import type { Confirm } from '../app/confirm-port'
import type { HistoryStore, ItemWrite } from './core/ports'
import type { AudioPort, Logger, Timers, WallClock } from '../platform/ports'
import { AudioRecorder } from './recorder/audio-recorder'
import { CurrentConversation } from './current-conversation'
import { Drafts } from './drafts/drafts'
import { HistoryActions } from './history-actions'
import { type FileChooser, HistoryJobs } from './history-jobs'
import { HistoryRecorder } from './recorder/history-recorder'
import type { Clips } from '../talk/extension'
import type { ConversationImages } from './core/images'
import { Removed } from './removed'
import { Retention } from './retention/retention'

const BYTES_PER_MB = 1_000_000

/** What the history page follows. */
export interface HistorySinks {
  readonly changed: (change: HistoryChange) => void
  readonly job: (job: JobView) => void
  readonly playing: (playing: PlayingView) => void
}

export interface TalkHistoryParts {
  readonly store: HistoryStore
  readonly folder: string
  readonly files: FileChooser
  readonly confirm: Confirm
  readonly sinks: HistorySinks
  readonly audio: AudioPort
  readonly images: ConversationImages
  /** Kept sound is played by the talk. */
  readonly clips: Clips
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly mint: () => string
  readonly logger: Logger
  readonly settings: () => Settings
  readonly endpointName: () => string
  readonly notify: (error: AppError) => void
  /** Some item may be shown otherwise than before: what was being written is written. */
  readonly shownChanged: () => void
  readonly openConversation: (items: readonly ItemWrite[], begin: () => void) => void
  readonly newConversation: () => void
  readonly removeFromConversation: (item: ItemId) => void
  readonly putBackInConversation: (item: ItemId) => void
  readonly sendSpeech: (pcm: Int16Array, draft: DraftId) => void
  readonly handsFree: () => boolean
}

export interface TalkHistory {
  readonly recorder: HistoryRecorder
  readonly talk: CurrentConversation
  readonly drafts: Drafts
  readonly audioRecorder: AudioRecorder
  readonly removed: Removed
  readonly actions: HistoryActions
  readonly jobs: HistoryJobs
  /** Opens the database; says what was found. */
  start(): Promise<void>
  retentionChanged(): void
  /** Everything that is held here is on the disk, as far as the disk lets us. */
  stop(): Promise<void>
}

/** What stays of the talks: one place puts its parts together. */
export function createTalkHistory(parts: TalkHistoryParts): TalkHistory {
  const { store, timers, wallClock, settings, notify, sinks } = parts
  const today = () => new Date(wallClock()).toISOString().slice(0, 10)
  const recorder = new HistoryRecorder({
    store,
    timers,
    wallClock,
    cache: parts.images.cache,
    notify,
  })
  const talk = new CurrentConversation({ ...parts, recorder })
  const changed = (what: HistoryChange['what']) => sinks.changed({ conversation: talk.id, what })
  const drafts = new Drafts({
    ...parts,
    conversation: () => talk.id,
    isPrivate: () => talk.isPrivate,
    place: () => placeOf(settings().endpoint),
    mint: () => draftId(parts.mint()),
    changed: () => changed('drafts'),
  })
  const audioRecorder = new AudioRecorder({
    store,
    wanted: () => settings().keepAudio && !talk.isPrivate,
    limitBytes: () => settings().audioLimitMb * BYTES_PER_MB,
    conversation: () => talk.id,
    isSaved: (item) => recorder.isSaved(item),
    notify,
  })
  recorder.listen(() => {
    audioRecorder.evaluate()
    parts.shownChanged()
    changed('items')
  })
  const { clips } = parts
  const retention = new Retention({ ...parts, keeping: () => settings().keeping, isHeld: (id) => talk.holds(id), changed: () => sinks.changed({ conversation: null, what: 'list' }) })
  const removed = new Removed(store, parts.timers)
  const actions = new HistoryActions({
    ...parts,
    removed,
    removeFromConversation: (item) => {
      recorder.release(item)
      parts.removeFromConversation(item)
    },
    talk,
    clips,
    today,
    flush: () => recorder.flush(),
    changed: sinks.changed,
  })
  const jobs = new HistoryJobs(store, parts.files, today, (job) => {
    sinks.job(job)
    if (job === null) sinks.changed({ conversation: null, what: 'list' })
  })
  let keeping = settings().keeping
  return {
    recorder,
    talk,
    drafts,
    audioRecorder,
    removed,
    actions,
    jobs,
    start: async () => {
      const opened = await store.open()
      if (!opened.ok) return notify(opened.error)
      if (opened.value.setAside !== null) {
        parts.logger.warn('history set aside', { as: ownText(opened.value.setAside) })
        notify({ tag: 'history-damaged', detail: opened.value.setAside })
      }
      await retention.evaluate()
    },
    retentionChanged: () => {
      const before = keeping
      keeping = settings().keeping
      if (before === keeping) return
      if (before === 'nothing' || keeping === 'nothing') parts.newConversation()
      void retention.evaluate()
    },
    stop: async () => {
      retention.stop()
      clips.stop()
      await jobs.stop()
      await Promise.all([recorder.flush(), drafts.flush()])
      await store.close()
    },
  }
}
