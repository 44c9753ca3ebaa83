import { KeyState } from '../../hotkeys/key-state'
import { ledgerExtension } from '../../history/ledger/ledger-extension'
import { recorderExtensions } from '../../history/recorder/recorder-extensions'
import { createConversationHistory, type ConversationHistory } from '../../history/conversation-history'
import { createImagesFeature, type ImagesFeature } from '../../images/images-feature'
import { hostOf } from '../../providers/endpoint-target'
import { createSoundFeature, type SoundFeature } from '../../sound/sound-feature'
import type { TalkExtension } from '../../talk/extension'
import { createUnheardFeature } from '../../unheard/unheard-feature'
import type { AssistantParts } from '../assistant-types'
import type { Feature, JoinFeature } from '../feature'
import type { Base } from './base'
import { joinAll } from './join'
import { voicesOf } from './voices-of'

/** What is there before the talk, because the talk calls it. */
export interface BelowTalk {
  readonly keyState: KeyState
  readonly images: ImagesFeature
  readonly sound: SoundFeature
  readonly kept: ConversationHistory
  /** These and all that joined, in the order in which they begin, and are asked for an Escape. */
  readonly features: readonly Feature[]
  /** In the order in which they are asked, and hear of the talk. */
  readonly extensions: readonly TalkExtension[]
}

export function createBelowTalk(parts: AssistantParts, base: Base, join: readonly JoinFeature[]): BelowTalk {
  const { world } = base
  const images = createImagesFeature({ ...world, store: parts.history })
  const sound = createSoundFeature({ ...parts, ...world })
  const kept = keptOf(parts, base, images)
  const features = [images, sound, createUnheardFeature({ ...world, clips: base.clips }), voicesOf(parts, base), ...joinAll(join, world, kept)]
  const extensions = [
    ledgerOf(parts, base, kept),
    ...features.flatMap((feature) => feature.extensions ?? []),
    ...recorderExtensions(kept, parts.mint),
    viewExtension(base),
  ]
  return { keyState: new KeyState(), images, sound, kept, features, extensions }
}

function keptOf({ history, historySinks }: AssistantParts, { world, talking, endpointName, post }: Base, { images }: ImagesFeature): ConversationHistory {
  return createConversationHistory({
    ...world,
    store: history,
    sinks: historySinks,
    images,
    settings: talking,
    endpointName,
    shownChanged: () => post({ type: 'conversationChanged' }),
  })
}

function ledgerOf({ history, ...parts }: AssistantParts, { talking, notify }: Base, kept: ConversationHistory): TalkExtension {
  return ledgerExtension({
    ...parts,
    save: (entry) => void history.saveSegment(entry).then((saved) => saved.ok || notify(saved.error)),
    host: () => hostOf(talking().endpoint),
    conversation: () => kept.current.id,
    clock: parts.wallClock,
  })
}

/** Last: what it shows has been written down before. */
function viewExtension({ post }: Base): TalkExtension {
  return { name: 'view', heard: ({ type }) => type === 'conversationChanged' && post({ type }) }
}
