import type { Settings } from '../../../../shared/settings'
import { ChoiceField } from './fields/choice-field'
import type { Save } from './fields/save'

interface ConnectionFieldsProps {
  readonly settings: Settings
  readonly save: Save
}

const minutesInWords = (minutes: number): string => (minutes === 0 ? 'never' : minutes === 1 ? 'after 1 minute' : `after ${String(minutes)} minutes`)

/** How long the connection is kept, and how long speech waits for one. */
export function ConnectionFields({ settings, save }: ConnectionFieldsProps) {
  return (
    <>
      <NumberChoice
        name="sleep-after"
        label="When nobody talks, close the connection"
        hint="The next press opens it again, and records at once."
        value={settings.sleepAfterMinutes}
        choices={[1, 5, 15, 60, 0]}
        words={minutesInWords}
        save={(sleepAfterMinutes) => save({ sleepAfterMinutes })}
      />
      <NumberChoice
        name="deliver-within"
        label="Without a connection, try to deliver speech"
        hint="After that it is kept in History, under Drafts."
        value={settings.deliverWithinSeconds}
        choices={[15, 30, 60, 300, 600]}
        words={secondsInWords}
        save={(deliverWithinSeconds) => save({ deliverWithinSeconds })}
      />
    </>
  )
}

function secondsInWords(seconds: number): string {
  if (seconds < 60) return `for ${String(seconds)} seconds`
  return seconds === 60 ? 'for 1 minute' : `for ${String(seconds / 60)} minutes`
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
