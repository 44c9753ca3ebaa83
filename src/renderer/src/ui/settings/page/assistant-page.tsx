import type { Settings } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { More } from '../../parts/more'
import { InstructionsField, ModelField } from '../answers/model-fields'
import { AnswerFields } from '../answers/answer-fields'
import { HearingFields } from '../answers/hearing-fields'
import type { Save } from '../fields/save'
import { Card } from './card'

interface AssistantPageProps {
  readonly settings: Settings
  readonly save: Save
}

export function AssistantPage({ settings, save }: AssistantPageProps) {
  return (
    <>
      {settings.endpoint.kind === 'practice' && <p className="field-hint">{say('settings.unused-by-echo')}</p>}
      <Card>
        <ModelField settings={settings} save={save} />
        <InstructionsField value={settings.instructions} save={save} />
      </Card>
      <Card title={say('settings.answers')}><AnswerFields settings={settings} save={save} /></Card>
      <More title={say('settings.advanced')} testId="advanced-assistant">
        <Card title={say('settings.hearing')}><HearingFields settings={settings} save={save} /></Card>
      </More>
    </>
  )
}
