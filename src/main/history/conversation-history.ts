import type { AppError } from '../../shared/errors/errors'
import type { HistoryChange, JobView, PlayingView } from '../../shared/ipc/history'
import { draftId } from '../../shared/ids'
import { placeOf } from '../../shared/providers/servers'
import type { Settings } from '../../shared/settings'
import type { HistoryStore } from './core/ports'
import type { Timers, WallClock } from '../platform/ports'
import { AudioRecorder } from './recorder/audio-recorder'
import { CurrentConversation } from './current-conversation'
import { Drafts } from './drafts/drafts'
import { HistoryRecorder } from './recorder/history-recorder'
import type { ConversationImages } from './core/images'
import { Retention } from './retention/retention'

const BYTES_PER_MB = 1_000_000

/** What the history page follows. */
export interface HistorySinks {
  readonly changed: (change: HistoryChange) => void
  readonly job: (job: JobView) => void
  readonly playing: (playing: PlayingView) => void
}

export interface ConversationHistoryParts {
  readonly store: HistoryStore
  readonly sinks: HistorySinks
  readonly images: Pick<ConversationImages, 'cache'>
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly mint: () => string
  readonly settings: () => Settings
  readonly endpointName: () => string
  readonly notify: (error: AppError) => void
  /** Some item may be shown otherwise than before: what was being written is written. */
  readonly shownChanged: () => void
}

export interface ConversationHistory {
  readonly recorder: HistoryRecorder
  readonly current: CurrentConversation
  readonly drafts: Drafts
  readonly audioRecorder: AudioRecorder
  readonly retention: Retention
}

/** What stays of conversations, put together below the talk: it writes, and is told by extensions what there is to write. */
export function createConversationHistory(parts: ConversationHistoryParts): ConversationHistory {
  const { store, timers, wallClock, settings, notify, sinks } = parts
  const recorder = new HistoryRecorder({ store, timers, wallClock, cache: parts.images.cache, notify })
  const current = new CurrentConversation({ ...parts, recorder })
  const changed = (what: HistoryChange['what']) => sinks.changed({ conversation: current.id, what })
  const audioRecorder = new AudioRecorder({
    store,
    wanted: () => settings().keepAudio && !current.isPrivate,
    limitBytes: () => settings().audioLimitMb * BYTES_PER_MB,
    conversation: () => current.id,
    isSaved: (item) => recorder.isSaved(item),
    notify,
  })
  recorder.listen(() => {
    audioRecorder.evaluate()
    parts.shownChanged()
    changed('items')
  })
  return { recorder, current, audioRecorder, drafts: draftsOf(parts, current, () => changed('drafts')), retention: retentionOf(parts, current) }
}

function draftsOf(parts: ConversationHistoryParts, current: CurrentConversation, changed: () => void): Drafts {
  return new Drafts({
    ...parts,
    conversation: () => current.id,
    isPrivate: () => current.isPrivate,
    place: () => placeOf(parts.settings().endpoint),
    mint: () => draftId(parts.mint()),
    changed,
  })
}

function retentionOf(parts: ConversationHistoryParts, current: CurrentConversation): Retention {
  return new Retention({
    ...parts,
    keeping: () => parts.settings().keeping,
    isHeld: (id) => current.holds(id),
    changed: () => (['list', 'ledger'] as const).forEach((what) => parts.sinks.changed({ conversation: null, what })),
  })
}
