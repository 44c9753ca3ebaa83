import type { AssistantView } from '../../../shared/view'
import { endpointName } from '../../providers/endpoint-target'
import type { TurnReminder } from '../../talk/input/turn-reminder'
import type { AssistantParts } from '../assistant-types'
import type { AboveTalk } from '../composition/above-talk'
import type { Base } from '../composition/base'
import type { BelowTalk } from '../composition/below-talk'
import type { Feature, Talk } from '../feature'
import { talkView } from './view-projection'

export interface AppViewParts extends Pick<Base, 'settings' | 'secrets' | 'notices' | 'clips'>, Pick<BelowTalk, 'images' | 'sound' | 'tools' | 'reminders' | 'joined'>, Pick<AboveTalk, 'hotkeys' | 'history'> {
  readonly talk: Talk
  readonly reminder: Pick<TurnReminder, 'leftMs'>
  readonly trace: AssistantParts['trace']
}

/** Everything the panel shows but the conversation: each part from whoever owns it. */
export function appView({ talk, settings, ...parts }: AppViewParts): AssistantView {
  const { endpoint } = settings.current
  return {
    ...talkView({ ...talk.facts(), undoMs: talk.undo.leftMs }),
    ...parts.hotkeys.view(),
    ...parts.images.view(),
    ...parts.history.view(),
    ...parts.sound.view(),
    ...parts.tools.view(),
    ...parts.reminders.view(),
    turnEndsInMs: parts.reminder.leftMs,
    endpointName: endpointName(endpoint),
    secret: parts.secrets.placeOf(endpoint),
    notice: parts.notices.current,
    traced: parts.trace.traced,
    playingClip: parts.clips.current,
    settings: settings.current,
    ...shownBy(parts.joined),
  }
}

function shownBy(joined: readonly Feature[]): Partial<AssistantView> {
  return joined.reduce<Partial<AssistantView>>((shown, feature) => ({ ...shown, ...feature.view?.() }), {})
}
