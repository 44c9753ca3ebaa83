import type { AppError } from '../../../shared/errors/errors'
import { ok, type Result } from '../../../shared/result'
import { createHistoryFeature, type HistoryFeature } from '../../history/history-feature'
import type { KeyVerbs } from '../../hotkeys/hotkey-service'
import { createHotkeysFeature, type HotkeysFeature } from '../../hotkeys/hotkeys-feature'
import { createOnboardingFeature, type OnboardingFeature } from '../../onboarding/onboarding-feature'
import type { AssistantParts } from '../assistant-types'
import { createEscape, type Escape } from '../escape'
import type { Feature, Talk } from '../feature'
import { createTalkVerbs, submitWith, type TalkVerbs } from '../talk-verbs'
import { talkPhase } from '../view/view-projection'
import type { Base } from './base'
import type { BelowTalk } from './below-talk'

/** What calls the talk. */
export interface AboveTalk {
  readonly escape: Escape
  readonly history: HistoryFeature
  readonly onboarding: OnboardingFeature
  readonly verbs: TalkVerbs
  readonly hotkeys: HotkeysFeature
}

export function createAboveTalk(parts: AssistantParts, base: Base, below: BelowTalk, talk: Talk): AboveTalk {
  const escape = createEscape({ source: parts.hotkeys, talk, clips: base.clips, features: below.features, timers: parts.timers })
  const submit = submitWith(talk, base.notify)
  const history = createHistoryFeature({
    ...base.world,
    ...parts,
    ...below,
    talk,
    submit,
    images: below.images.images,
    store: parts.history,
    folder: parts.historyFolder,
    sinks: parts.historySinks,
    clips: base.clips,
    settings: base.talking,
    endpointName: base.endpointName,
    everythingRemoved: () => everythingRemoved(below.features),
  })
  const { newConversation } = history
  const onboarding = createOnboardingFeature({
    ...parts,
    ...base,
    newConversation,
    holdMode: () => talk.handsFree.on && talk.setMode('hold'),
    secretChanged: () => {
      talk.reconnect()
      base.world.changed()
    },
  })
  const { servers } = onboarding.first
  const verbs = createTalkVerbs({ talk, servers, escape, submit, newConversation, imagesWait: () => below.images.images.attachments.list.length > 0, notify: base.notify })
  const hotkeys = createHotkeysFeature({
    ...parts,
    ...base.world,
    state: below.keyState,
    act: base.facts.act,
    escapeTaken: () => escape.taken('hook'),
    verbs: onboarding.first.keysAround(keyVerbs(talk, verbs)),
    handsFree: () => talk.handsFree.on,
  })
  return { escape, history, onboarding, verbs, hotkeys }
}

function keyVerbs(talk: Talk, { setMode }: TalkVerbs): KeyVerbs {
  return { ...talk.verbs, switchMode: () => setMode(talk.handsFree.on ? 'hold' : 'hands-free'), phase: () => talkPhase(talk) }
}

/** Each is asked, whatever becomes of another; the first that cannot says so. */
async function everythingRemoved(features: readonly Feature[]): Promise<Result<unknown, AppError>> {
  const answers = await Promise.all(features.map((feature) => feature.everythingRemoved?.() ?? ok(null)))
  return answers.find((answer) => !answer.ok) ?? ok(null)
}
