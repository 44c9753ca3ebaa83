import { LONGEST_TURN_MINUTES } from '../../../../shared/longest-turn'
import type { AssistantView } from '../../../../shared/view'
import { ChoiceField } from './fields/choice-field'
import type { Save } from './fields/save'
import { SwitchField } from './fields/switch-field'

interface TalkFieldsProps {
  readonly view: AssistantView
  readonly save: Save
}

const LONGEST = [1, 2, 4, LONGEST_TURN_MINUTES].map((value) => ({ value, words: minutes(value) }))

function minutes(value: number): string {
  return value === 1 ? '1 minute' : `${String(value)} minutes`
}

/** What can be done with the talk key besides holding it. Without key-up there is nothing to choose. */
export function TalkFields({ view, save }: TalkFieldsProps) {
  const { settings, talkKeyStyle, talkKeyLabel } = view
  return (
    <>
      {talkKeyStyle === 'hold' && (
        <>
          <SwitchField
            name="tap-to-latch"
            label="Tap to keep listening"
            hint={`Holding ${talkKeyLabel} works as before. A tap under half a second listens on without it; press again to send.`}
            checked={settings.tapToLatch}
            save={(tapToLatch) => save({ tapToLatch })}
          />
          <SwitchField
            name="double-tap"
            label="Double-tap for hands-free"
            hint="Two taps within half a second switch to hands-free, and back."
            checked={settings.doubleTap}
            save={(doubleTap) => save({ doubleTap })}
          />
        </>
      )}
      <ChoiceField
        name="longest-turn"
        label="Stop listening after"
        hint="A sound and a line in the window come before; what was said is sent."
        value={settings.longestTurnMinutes}
        choices={LONGEST}
        otherWords={minutes}
        save={(longestTurnMinutes) => save({ longestTurnMinutes })}
      />
    </>
  )
}
