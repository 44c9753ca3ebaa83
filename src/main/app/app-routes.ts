import type { AppError } from '../../shared/errors/errors'
import { ok, type Result } from '../../shared/result'
import { hintSeenOnce } from '../../shared/settings/hints'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { ViewSnapshot } from '../../shared/view'
import type { IpcDoor } from './ipc-door'

export interface Shown {
  readonly snapshot: () => ViewSnapshot
  readonly settings: () => Settings
  readonly dismissNotice: (id: number) => void
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
}

/** What the pages show, and the settings. Which fields a page may send is in its contract. */
export function appRoutes(door: IpcDoor, { snapshot, settings, dismissNotice, updateSettings }: Shown): void {
  door.handle('view:get', () => ok(snapshot()))
  door.on('notice:dismiss', (id) => dismissNotice(id))
  door.on('hint:seen', (hint) => {
    const hintsSeen = hintSeenOnce(settings().hintsSeen, hint)
    if (hintsSeen !== null) updateSettings({ hintsSeen })
  })
  door.handle('settings:update', (patch) => updateSettings(patch))
  door.handle('first-steps:update', (patch) => updateSettings(patch))
  door.handle('panel:update', (patch) => updateSettings(patch))
}
