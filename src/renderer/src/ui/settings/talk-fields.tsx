import { LONGEST_TURN_MINUTES } from '../../../../shared/longest-turn'
import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import { ChoiceField } from './fields/choice-field'
import type { Save } from './fields/save'
import { SwitchField } from './fields/switch-field'

interface TalkFieldsProps {
  readonly view: AssistantView
  readonly save: Save
}

const LONGEST = [1, 2, 4, LONGEST_TURN_MINUTES]

const minutesWords = (minutes: number): string => say('settings.minutes', { minutes })

/** What can be done with the talk key besides holding it. Without key-up there is nothing to choose. */
export function TalkFields({ view, save }: TalkFieldsProps) {
  const { settings, talkKeyStyle, talkKeyLabel } = view
  return (
    <>
      {talkKeyStyle === 'hold' && (
        <>
          <SwitchField
            name="tap-to-latch"
            label={say('settings.latch')}
            hint={say('settings.latch-about', { key: talkKeyLabel })}
            checked={settings.tapToLatch}
            save={(tapToLatch) => save({ tapToLatch })}
          />
          <SwitchField
            name="double-tap"
            label={say('settings.double-tap')}
            hint={say('settings.double-tap-about')}
            checked={settings.doubleTap}
            save={(doubleTap) => save({ doubleTap })}
          />
        </>
      )}
      <ChoiceField
        name="longest-turn"
        label={say('settings.longest-turn')}
        hint={say('settings.longest-turn-about')}
        value={settings.longestTurnMinutes}
        choices={LONGEST.map((value) => ({ value, words: minutesWords(value) }))}
        otherWords={minutesWords}
        save={(longestTurnMinutes) => save({ longestTurnMinutes })}
      />
    </>
  )
}
