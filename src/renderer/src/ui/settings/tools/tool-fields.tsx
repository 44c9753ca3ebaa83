import { useEffect, useState } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { ToolChoice } from '../../../../../shared/tools/levels'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { createToolLists } from '../../../state/settings/tool-list'
import { useStore } from '../../../store/use-store'
import { toolChoices } from '../../../words/tools-words'
import { SegmentField } from '../fields/segment-field'
import { Card } from '../page/card'
import { AlwaysRules } from './always-rules'
import { NotesField } from './notes-field'
import { ToolSwitches } from './tool-switches'

interface ToolFieldsProps {
  readonly view: AssistantView
  readonly preferences: SettingsApi
}

/** Which tools the assistant may use, and how a person allows one. */
export function ToolFields({ view, preferences }: ToolFieldsProps) {
  const [lists] = useState(() => createToolLists(preferences))
  const list = useStore(lists.list)
  const { choice } = view.tools
  const choices = toolChoices()
  useEffect(() => lists.open(), [lists])
  const choose = async (next: ToolChoice) => {
    const answer = await preferences.chooseTools(next)
    return answer.ok ? null : errorWords(answer.error.tag)
  }
  return (
    <>
      <Card><SegmentField
        name="tool-choice"
        label={say('tools.may')}
        hint={say('tools.sentence', { words: choices.find(({ value }) => value === choice)?.more ?? '' })}
        value={choice}
        segments={choices}
        save={choose}
      /></Card>
      {list !== null && <Card title={say('tools.each')}><ToolSwitches tools={list.tools} choice={choice} turn={lists.turn} /></Card>}
      {list !== null && <Card><NotesField notes={list.notes} lists={lists} /></Card>}
      {list !== null && <AlwaysRules rules={list.always} forget={lists.forget} />}
    </>
  )
}
