import { KeyState } from '../../hotkeys/key-state'
import { ledgerExtension } from '../../history/ledger/ledger-extension'
import { recorderExtensions } from '../../history/recorder/recorder-extensions'
import { modeKeyLabel } from '../../hotkeys/key-labels'
import { isApproveKeyTaken } from '../../hotkeys/talk-keys'
import { createConversationHistory, type ConversationHistory } from '../../history/conversation-history'
import { createImagesFeature, type ImagesFeature } from '../../images/images-feature'
import { hostOf } from '../../providers/endpoint-target'
import { createSoundFeature, type SoundFeature } from '../../sound/sound-feature'
import type { TalkExtension } from '../../talk/extension'
import { createToolsFeature, type ToolsFeature } from '../../tools/tools-feature'
import { patientConfirm } from '../patient-confirm'
import type { AssistantParts } from '../assistant-types'
import type { Feature, JoinFeature } from '../feature'
import type { Base } from './base'
import { type RecordFeatures, createRecordFeatures } from './record-features'

/** What is there before the talk, because the talk calls it. */
export interface BelowTalk extends RecordFeatures {
  readonly keyState: KeyState
  readonly images: ImagesFeature
  readonly sound: SoundFeature
  readonly kept: ConversationHistory
  readonly tools: ToolsFeature
  /** Those that nobody else needs by name. */
  readonly joined: readonly Feature[]
  /** All of these, in the order in which they begin, and are asked for an Escape. */
  readonly features: readonly Feature[]
  /** In the order in which they are asked, and hear of the talk. */
  readonly extensions: readonly TalkExtension[]
}

export function createBelowTalk(parts: AssistantParts, base: Base, join: readonly JoinFeature[]): BelowTalk {
  const { post, world } = base
  const images = createImagesFeature({ ...world, store: parts.history })
  const sound = createSoundFeature({ ...parts, ...world })
  const kept = createConversationHistory({
    ...world,
    store: parts.history,
    sinks: parts.historySinks,
    images: images.images,
    settings: base.talking,
    endpointName: base.endpointName,
    shownChanged: () => post({ type: 'conversationChanged' }),
  })
  const recordFeatures = createRecordFeatures(parts, base, kept)
  const tools = toolsOf(parts, base, kept, recordFeatures)
  const joined = join.map((each) => each(world))
  const extensions = [
    ledgerOf(parts, base, kept),
    ...[...joined, recordFeatures.memory, images, tools].flatMap((feature) => feature.extensions ?? []),
    ...recorderExtensions(kept, parts.mint),
    viewExtension(base),
  ]
  const features = [images, sound, tools, recordFeatures.reminders, recordFeatures.memory, ...joined]
  return { keyState: new KeyState(), images, sound, kept, tools, ...recordFeatures, joined, features, extensions }
}

function toolsOf(parts: AssistantParts, { world }: Base, kept: ConversationHistory, { reminders, memory }: RecordFeatures): ToolsFeature {
  const { settings } = world
  const ask = patientConfirm(parts.confirm, parts.timers)
  return createToolsFeature({
    ...world,
    sources: (typing) => parts.toolSources({ typing, reminders: reminders.records, facts: memory.records }),
    store: parts.history,
    listChanged: () => parts.historySinks.changed({ conversation: null, what: 'actions' }),
    conversation: () => ({ id: kept.current.id, private: kept.current.isPrivate }),
    confirm: async (question) => (await ask(question)) === 'yes',
    places: parts.cardPlaces,
    hand: parts.handOnPanel,
    approveKey: parts.hotkeys,
    approveKeyLabel: () => modeKeyLabel(settings().approveKey, parts.platform),
    approveKeyTaken: () => isApproveKeyTaken(settings()),
    chooseFile: () => parts.files.saveAs('Parley actions', { title: 'Export', extension: 'json' }),
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
