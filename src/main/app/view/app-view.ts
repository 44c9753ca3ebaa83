import type { AssistantView } from '../../../shared/view'
import { endpointName } from '../../providers/endpoint-target'
import type { TurnReminder } from '../../talk/input/turn-reminder'
import type { AssistantParts } from '../assistant-types'
import type { Base } from '../composition/base'
import type { Feature, Talk } from '../feature'
import { talkView } from './view-projection'
import { WITHOUT_FEATURES } from './without-features'

export interface AppViewParts extends Pick<Base, 'settings' | 'secrets' | 'notices' | 'slips' | 'clips'> {
  readonly talk: Talk
  readonly features: readonly Feature[]
  readonly reminder: Pick<TurnReminder, 'leftMs'>
  readonly trace: AssistantParts['trace']
}

/** Everything the panel shows but the conversation: each part from whoever owns it. */
export function appView({ talk, settings, features, ...parts }: AppViewParts): AssistantView {
  const { endpoint } = settings.current
  return {
    ...WITHOUT_FEATURES,
    ...talkView({ ...talk.facts(), undoMs: talk.undo.leftMs }),
    turnEndsInMs: parts.reminder.leftMs,
    endpointName: endpointName(endpoint),
    secret: parts.secrets.placeOf(endpoint),
    notice: parts.notices.current,
    slip: parts.slips.current,
    traced: parts.trace.traced,
    playingClip: parts.clips.current,
    settings: settings.current,
    ...shownBy(features),
  }
}

function shownBy(features: readonly Feature[]): Partial<AssistantView> {
  return features.reduce<Partial<AssistantView>>((shown, feature) => ({ ...shown, ...feature.view?.() }), {})
}
