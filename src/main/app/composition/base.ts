import { talkSettings } from '../../../shared/onboarding'
import type { Settings } from '../../../shared/settings'
import { FactQueue } from '../../platform/fact-queue'
import { endpointName } from '../../providers/endpoint-target'
import { ClipPlayer } from '../../talk/output/clip-player'
import type { AppFact, PostAppFact } from '../app-facts'
import type { AssistantParts } from '../assistant-types'
import type { FeatureWorld } from '../feature'
import { createNotifier, type Notifier } from '../notifier'
import { Secrets } from '../secrets/secrets'
import { SettingsService } from '../settings/settings-service'

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
  readonly world: FeatureWorld
}

export function createBase(parts: AssistantParts): Base {
  for (const secret of Object.values(parts.environmentSecrets)) parts.secretUsed(secret) // before anything is said that it could stand in
  const facts = new FactQueue<AppFact>(parts.logger)
  const { post } = facts
  const changed = () => post({ type: 'viewChanged' })
  const settings = new SettingsService(parts.settingsStore)
  const notifier = createNotifier({ ...parts, settings, changed })
  const talking = () => talkSettings(settings.current)
  return {
    ...notifier,
    facts,
    post,
    settings,
    talking,
    endpointName: () => endpointName(talking().endpoint),
    secrets: new Secrets(parts.secretStore, parts.environmentSecrets, notifier.notify, parts.secretUsed, parts.secretGone),
    clips: new ClipPlayer(parts.audio, (playing) => post({ type: 'clipChanged', playing })),
    world: { ...parts, settings: () => settings.current, updateSettings: (patch) => settings.update(patch), changed, notify: notifier.notify },
  }
}
