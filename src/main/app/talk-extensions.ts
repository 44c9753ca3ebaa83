import type { AppError } from '../../shared/errors/errors'
import type { Settings } from '../../shared/settings'
import { ledgerExtension } from '../history/ledger/ledger-extension'
import { draftsExtension, keptSoundExtension, recorderExtension, usageExtension } from '../history/recorder/recorder-extensions'
import type { TalkHistory } from '../history/talk-history'
import { imagesExtension } from '../images/images-extension'
import type { ConversationImages } from '../images/conversation-images'
import type { HistoryStore } from '../history/core/ports'
import type { Timers, WallClock } from '../platform/ports'
import { hostOf } from '../providers/endpoint-target'
import type { Summarizer } from '../summary/summarizer'
import type { TalkExtension } from '../talk/extension'

export interface ExtensionParts {
  readonly kept: TalkHistory
  readonly images: ConversationImages
  readonly summary: Summarizer
  readonly history: Pick<HistoryStore, 'saveSegment'>
  readonly settings: () => Settings
  readonly mint: () => string
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly notify: (error: AppError) => void
  readonly conversationChanged: () => void
}

/** What the features add to the talk, in the order in which they are asked and hear of it. */
export const talkExtensions = ({ kept, images, summary, history, settings, notify, ...parts }: ExtensionParts): readonly TalkExtension[] => [
  ledgerExtension({
    ...parts,
    save: (entry) => void history.saveSegment(entry).then((saved) => saved.ok || notify(saved.error)),
    host: () => hostOf(settings().endpoint),
    conversation: () => kept.talk.id,
    clock: parts.wallClock,
  }),
  summary,
  imagesExtension(images),
  keptSoundExtension(kept.audioRecorder),
  usageExtension(kept.recorder, parts.mint),
  draftsExtension(kept.drafts),
  recorderExtension(kept.recorder),
  { name: 'view', heard: ({ type }) => type === 'conversationChanged' && parts.conversationChanged() },
]
