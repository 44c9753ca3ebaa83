import type { Settings, TalkMode } from '../../shared/settings'
import type { AssistantView, Notice, SecretPlace, TurnPhase } from '../../shared/view'
import { connectionView } from '../talk/core/connection/projection'
import type { ConnectionState } from '../talk/core/connection/machine'
import type { HotkeyRegistration } from '../hotkeys/core/ports'
import { endpointName } from '../providers/endpoint-target'
import type { HandsFreeFacts } from '../talk/core/turn/hands-free-view'
import { modeKeyLabel, standardKeys, talkKeyLabel } from '../hotkeys/key-labels'

/** Everything the view is made of, gathered before anything is computed. */
export interface ViewParts {
  readonly turnPhase: TurnPhase
  readonly handsFree: HandsFreeFacts
  readonly playing: boolean
  readonly responding: boolean
  readonly connection: ConnectionState
  readonly latched: boolean
  readonly turnEndsInMs: number | null
  readonly undoMs: number | null
  readonly settings: Settings
  readonly secret: SecretPlace
  readonly talkKeyStyle: HotkeyRegistration['talkKeyStyle']
  readonly notice: Notice | null
  readonly private: boolean
  readonly traced: AssistantView['traced']
  readonly attachments: AssistantView['attachments']
  readonly replaying: string | null
  readonly microphonePreview: AssistantView['microphonePreview']
  readonly canLowerOthers: AssistantView['canLowerOthers']
  readonly platform: string
}

export function assistantView(parts: ViewParts): AssistantView {
  const { handsFree, settings, platform } = parts
  const mode: TalkMode = handsFree.on ? 'hands-free' : 'hold'
  return {
    phase: phaseOf(parts),
    mode,
    switching: handsFree.switching,
    muted: handsFree.muted,
    hearing: handsFree.hearing,
    latched: parts.latched,
    turnEndsInMs: parts.turnEndsInMs,
    undoMs: handsFree.on ? null : parts.undoMs,
    connection: connectionView(parts.connection),
    endpointName: endpointName(settings.endpoint),
    secret: parts.secret,
    talkKeyStyle: parts.talkKeyStyle,
    talkKeyLabel: talkKeyLabel(settings.talkKey, platform),
    modeKeyLabel: modeKeyLabel(settings.modeKey, platform),
    standardKeys: standardKeys(settings, platform),
    notice: parts.notice,
    private: parts.private,
    traced: parts.traced,
    attachments: parts.attachments,
    replaying: parts.replaying,
    microphonePreview: parts.microphonePreview,
    canLowerOthers: parts.canLowerOthers,
    settings,
  }
}

/** In hands-free no turn of ours runs: what is happening is read from the loudspeaker and the server. */
function phaseOf({ turnPhase, handsFree, playing, responding }: ViewParts): TurnPhase {
  if (!handsFree.on || turnPhase !== 'idle') return turnPhase
  if (playing) return 'speaking'
  if (responding) return 'thinking'
  return handsFree.hearing ? 'listening' : 'idle'
}
