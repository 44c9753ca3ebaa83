import { useState } from 'react'
import type { RetentionChoice, Settings } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { limitProblem } from '../../../words/keep-words'
import { retentionChoices, retentionWarning } from '../../../words/history-words'
import { Confirm } from '../../parts/layers/confirm'
import { ChoiceField } from '../fields/choice-field'
import type { Save } from '../fields/save'
import { SwitchField } from '../fields/switch-field'
import { TextField } from '../fields/text-field'

interface KeepFieldsProps {
  readonly settings: Settings
  readonly save: Save
}

const hintOf = (keeping: RetentionChoice): string | undefined => {
  if (keeping === 'forever') return undefined
  return say(keeping === 'nothing' ? 'history.keep-nothing-about' : 'history.keep-some-about')
}

/** How long conversations and their sound stay. A choice that deletes something asks first. */
export function KeepFields({ settings: { keeping, keepAudio, audioLimitMb }, save }: KeepFieldsProps) {
  const [asked, setAsked] = useState<{ readonly next: RetentionChoice; readonly warning: string } | null>(null)
  const choose = async (next: RetentionChoice) => {
    const warning = retentionWarning(keeping, next)
    if (warning === null) return save({ keeping: next })
    setAsked({ next, warning })
    return null
  }
  return (
    <>
      <ChoiceField name="keeping" label={say('history.keep-conversations')} hint={hintOf(keeping)} value={keeping} choices={retentionChoices()} otherWords={String} save={choose} />
      <SwitchField name="keep-audio" label={say('history.keep-sound')} checked={keepAudio} save={(on) => save({ keepAudio: on })} />
      {keepAudio && (
        <TextField name="keep-limit" label={say('history.sound-limit')} hint={say('history.sound-limit-about')} value={String(audioLimitMb)} check={limitProblem} save={(text) => save({ audioLimitMb: Number(text) })} />
      )}
      <Confirm
        open={asked !== null}
        close={() => setAsked(null)}
        title={say('history.delete-older')}
        yes={say('history.delete-older-yes')}
        confirm={() => asked !== null && void save({ keeping: asked.next })}
        testId="keeping"
      >
        {asked?.warning}
      </Confirm>
    </>
  )
}
