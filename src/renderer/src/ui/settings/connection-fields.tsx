import type { Settings } from '../../../../shared/settings'
import { say } from '../../../../shared/words/say'
import { ChoiceField } from './fields/choice-field'
import type { Save } from './fields/save'

interface ConnectionFieldsProps {
  readonly settings: Settings
  readonly save: Save
}

const minutesInWords = (minutes: number): string => (minutes === 0 ? say('common.never') : say('settings.sleep-after', { minutes }))

/** How long the connection is kept, and how long speech waits for one. */
export function ConnectionFields({ settings, save }: ConnectionFieldsProps) {
  return (
    <>
      <NumberChoice
        name="sleep-after"
        label={say('settings.sleep')}
        hint={say('settings.sleep-about')}
        value={settings.sleepAfterMinutes}
        choices={[1, 5, 15, 60, 0]}
        words={minutesInWords}
        save={(sleepAfterMinutes) => save({ sleepAfterMinutes })}
      />
      <NumberChoice
        name="deliver-within"
        label={say('settings.deliver')}
        hint={say('settings.deliver-about')}
        value={settings.deliverWithinSeconds}
        choices={[15, 30, 60, 300, 600]}
        words={secondsInWords}
        save={(deliverWithinSeconds) => save({ deliverWithinSeconds })}
      />
    </>
  )
}

function secondsInWords(seconds: number): string {
  return seconds < 60 ? say('settings.deliver-seconds', { seconds }) : say('settings.deliver-minutes', { minutes: seconds / 60 })
}

interface NumberChoiceProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: number
  readonly choices: readonly number[]
  readonly words: (value: number) => string
  readonly save: (value: number) => Promise<string | null>
}

function NumberChoice({ value, choices, words, save, ...field }: NumberChoiceProps) {
  return (
    <ChoiceField
      {...field}
      value={value}
      choices={choices.map((each) => ({ value: each, words: words(each) }))}
      otherWords={words}
      save={save}
    />
  )
}
