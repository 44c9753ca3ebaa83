import type { Settings } from '../../../../../shared/settings'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { Save } from '../fields/save'
import { FirstStepsAgain } from '../first-steps-again'
import { LookFields } from '../look-fields'
import { Card } from './card'

interface GeneralPageProps {
  readonly settings: Settings
  readonly preferences: SettingsApi
  readonly save: Save
}

export function GeneralPage({ settings, preferences, save }: GeneralPageProps) {
  return (
    <>
      <Card><LookFields settings={settings} save={save} /></Card>
      <Card><FirstStepsAgain preferences={preferences} save={save} /></Card>
    </>
  )
}
