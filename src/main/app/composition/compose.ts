import type { AssistantView } from '../../../shared/view'
import { stageBoundMs } from '../../talk/core/turn/tuning'
import { TurnReminder } from '../../talk/input/turn-reminder'
import { createTalk } from '../../talk/talk'
import type { AssistantParts } from '../assistant-types'
import type { Feature, JoinFeature, Talk } from '../feature'
import { talkReaction } from '../settings/talk-settings'
import { appView } from '../view/app-view'
import { ViewPublisher } from '../view/view-publisher'
import { type AboveTalk, createAboveTalk } from './above-talk'
import { hearAppFacts } from './hear-app-facts'
import { type Base, createBase } from './base'
import { type BelowTalk, createBelowTalk } from './below-talk'
import { talkWorld } from './talk-world'

/** Everything that is running, in the order in which it was made. */
export interface Composed extends Base, BelowTalk, AboveTalk {
  readonly talk: Talk
  /** In the order in which they begin, and hear of a change of settings. */
  readonly features: readonly Feature[]
  readonly view: () => AssistantView
  readonly publisher: ViewPublisher
}

/** Each part knows those above it in this list; what comes behind hears of it by facts, which are handled last. */
export function compose(parts: AssistantParts, join: readonly JoinFeature[]): Composed {
  const base = createBase(parts)
  const below = createBelowTalk(parts, base, join)
  const talk = createTalk(talkWorld(parts, base, below), below.extensions)
  base.turn.follow(talk)
  const above = createAboveTalk(parts, base, below, talk)
  const features = [above.hotkeys, above.history, above.onboarding, ...below.features]
  followSettings(base, below, talk, features)
  const reminder = reminderOf(parts, base)
  const view = () => appView({ ...base, features, talk, reminder, trace: parts.trace })
  const publisher = new ViewPublisher(view, () => ({ items: talk.conversation.current.items.map((item) => below.kept.recorder.shown(item)) }), parts.sinks, parts.timers)
  base.facts.handle(hearAppFacts({ ...below, ...above, talk, reminder, publisher, playing: parts.historySinks.playing }))
  return { ...base, ...below, ...above, talk, features, view, publisher }
}

function followSettings({ settings, endpointName }: Base, { kept }: BelowTalk, talk: Talk, features: readonly Feature[]): void {
  settings.follow(
    talkReaction({ talk, elsewhere: () => kept.recorder.heldWith(endpointName()) }),
    ...features.flatMap((feature) => feature.settings ?? []),
    { part: 'all', changed: () => talk.settingsChanged() },
  )
}

function reminderOf({ timers }: AssistantParts, { settings, earcon, world }: Base): TurnReminder {
  return new TurnReminder(timers, () => stageBoundMs('listening', settings.current), () => {
    earcon('ending')
    world.changed()
  })
}
