import type { VoiceApi } from '../../../../../shared/ipc/voices'
import { MAX_NAME_CHARS } from '../../../../../shared/settings'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { voiceRows } from '../../../words/offer-words'
import { all, atMost, needed } from '../fields/checks'
import { OfferField } from '../fields/offer-field'
import type { Save } from '../fields/save'
import { offersFor } from './offers-for'
import { useListening } from './use-listening'

interface VoiceFieldProps {
  readonly view: AssistantView
  readonly preferences: VoiceApi
  readonly save: Save
}

/** Each voice can be heard before it is chosen. */
export function VoiceField({ view, preferences, save }: VoiceFieldProps) {
  const { endpoint, voice } = view.settings
  const listening = useListening(view, preferences)
  const voices = voiceRows(offersFor(endpoint).voices)
  return (
    <OfferField
      name="voice"
      label={say('settings.voice')}
      hint={voices.length === 0 ? undefined : say('settings.voice-about')}
      value={voice}
      offers={voices}
      ownLabel={say('settings.voice-custom')}
      check={all(needed('settings.needs-voice'), atMost(MAX_NAME_CHARS))}
      save={(next) => save({ voice: next })}
      listening={listening}
    />
  )
}
