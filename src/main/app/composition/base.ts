import { talkSettings } from '../../../shared/onboarding'
import type { Settings } from '../../../shared/settings'
import { FactQueue } from '../../platform/fact-queue'
import { endpointName } from '../../providers/endpoint-target'
import { ClipPlayer } from '../../talk/output/clip-player'
import type { AppFact, PostAppFact } from '../app-facts'
import type { AssistantParts } from '../assistant-types'
import type { FeatureWorld } from '../feature'
import { featureSecrets } from '../feature-secrets'
import { createNotifier, type Notifier } from '../notifier'
import { SecretCache } from '../secrets/secret-cache'
import { Secrets } from '../secrets/secrets'
import { SettingsService } from '../settings/settings-service'
import { TurnWatch } from '../turn-watch'

/** What features have before there is a conversation. */
export type BaseWorld = Omit<FeatureWorld, 'conversation' | 'confirmPatiently'>

/** What everything else stands on. It knows nothing of a feature or the talk. */
export interface Base extends Notifier {
  readonly facts: FactQueue<AppFact>
  readonly post: PostAppFact
  readonly settings: SettingsService
  /** As talks have them. */
  readonly talking: () => Settings
  /** Whom a talk is with. */
  readonly endpointName: () => string
  readonly secrets: Secrets
  readonly clips: ClipPlayer
  readonly turn: TurnWatch
  readonly world: BaseWorld
}

export function createBase(parts: AssistantParts): Base {
  for (const secret of Object.values(parts.environmentSecrets)) parts.secretUsed(secret) // before anything is said that it could stand in
  const facts = new FactQueue<AppFact>(parts.logger)
  const { post } = facts
  const changed = () => post({ type: 'viewChanged' })
  const settings = new SettingsService(parts.settingsStore)
  const notifier = createNotifier({ ...parts, settings, changed })
  const talking = () => talkSettings(settings.current)
  const turn = new TurnWatch()
  return {
    ...notifier,
    facts,
    post,
    settings,
    talking,
    turn,
    endpointName: () => endpointName(talking().endpoint),
    secrets: new Secrets(parts.secretStore, parts.environmentSecrets, notifier.notify, parts.secretUsed, parts.secretGone),
    clips: new ClipPlayer(parts.audio, (playing) => post({ type: 'clipChanged', playing })),
    world: { ...worldOf(parts, settings, notifier), changed, turn: turn.now },
  }
}

function worldOf(parts: AssistantParts, settings: SettingsService, { earcon, notify }: Notifier): Omit<BaseWorld, 'changed' | 'turn'> {
  const { confirm, files, push, timers, wallClock, mint, logger, trace, platform, secretStore, secretUsed: used, secretGone: unused } = parts
  return {
    confirm, files, push, timers, wallClock, mint, logger, trace, platform, earcon, notify,
    settings: () => settings.current,
    updateSettings: (patch) => settings.update(patch),
    secrets: featureSecrets(new SecretCache(secretStore, {}, { notify, used, unused })),
  }
}
