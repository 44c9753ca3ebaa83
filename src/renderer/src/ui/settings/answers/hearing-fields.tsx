import { DEFAULT_TRANSCRIPTION, MAX_HINT_CHARS, type Settings, type Truncation, TRUNCATIONS } from '../../../../../shared/settings'
import { offers } from '../../../../../shared/providers/offers/offers'
import { say } from '../../../../../shared/words/say'
import { atMost, languageCode } from '../fields/checks'
import { ChoiceField } from '../fields/choice-field'
import type { Save } from '../fields/save'
import { TextField } from '../fields/text-field'

interface HearingFieldsProps {
  readonly settings: Settings
  readonly save: Save
}

const truncationWords = (truncation: Truncation): string => say(`settings.truncation-${truncation}`)
const MODELS = offers.openai.transcription.filter(({ ends }) => ends === null).map(({ id }) => ({ value: id, words: id }))

/** How your words are written down, and what becomes of a conversation that grows too long. */
export function HearingFields({ settings, save }: HearingFieldsProps) {
  return (
    <>
      <ChoiceField<string>
        name="transcription-model"
        label={say('settings.transcription')}
        hint={say('settings.transcription-about')}
        value={settings.transcriptionModel}
        choices={[...MODELS, { value: '', words: say('common.off') }]}
        otherWords={(model) => model || DEFAULT_TRANSCRIPTION}
        save={(transcriptionModel) => save({ transcriptionModel })}
      />
      <TextField
        name="transcription-language"
        label={say('settings.language')}
        hint={say('settings.language-about')}
        placeholder={say('settings.language-any')}
        value={settings.transcriptionLanguage}
        check={languageCode}
        save={(transcriptionLanguage) => save({ transcriptionLanguage })}
      />
      <TextField
        name="transcription-prompt"
        label={say('settings.hint-words')}
        hint={say('settings.hint-words-about')}
        value={settings.transcriptionPrompt}
        check={atMost(MAX_HINT_CHARS)}
        save={(transcriptionPrompt) => save({ transcriptionPrompt })}
      />
      <ChoiceField
        name="truncation"
        label={say('settings.truncation')}
        hint={say('settings.truncation-about')}
        value={settings.truncation}
        choices={TRUNCATIONS.map((value) => ({ value, words: truncationWords(value) }))}
        otherWords={truncationWords}
        save={(truncation) => save({ truncation })}
      />
    </>
  )
}
