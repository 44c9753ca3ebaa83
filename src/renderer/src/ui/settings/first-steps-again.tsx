import { useState } from 'react'
import type { SettingsApi } from '../../../../shared/ipc/apis/settings-api'
import { say } from '../../../../shared/words/say'
import { Button } from '../parts/controls/button'
import { Group } from './fields/group'
import type { Save } from './fields/save'

interface FirstStepsAgainProps {
  readonly preferences: Pick<SettingsApi, 'showPanel'>
  readonly save: Save
}

export function FirstStepsAgain({ preferences, save }: FirstStepsAgainProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const again = async () => {
    const failure = await save({ onboarding: 'welcome' })
    setProblem(failure)
    if (failure === null) preferences.showPanel()
  }
  return (
    <Group label={say('settings.first-steps')} problem={problem} hint={say('settings.first-steps-about')}>
      <Button onClick={() => void again()} data-testid="first-steps-again">{say('settings.first-steps-again')}</Button>
    </Group>
  )
}
