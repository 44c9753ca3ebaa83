import type { ConversationHistory } from '../../history/conversation-history'
import type { Feature, FeatureWorld, JoinFeature } from '../feature'
import { patientConfirm } from '../patient-confirm'
import type { BaseWorld } from './base'

const worldOfOne = (world: BaseWorld, { current }: ConversationHistory): FeatureWorld => ({
  ...world,
  conversation: () => ({ id: current.id, private: current.isPrivate }),
  confirmPatiently: patientConfirm(world.confirm, world.timers),
})

/** Each knows the world of features, and those that joined before it. */
export function joinAll(join: readonly JoinFeature[], world: BaseWorld, kept: ConversationHistory): readonly Feature[] {
  return join.reduce<readonly Feature[]>((joined, each) => [...joined, each(worldOfOne(world, kept), joined)], [])
}
