import { ok } from '../../shared/result'
import type { SettingsPageState, SettingsSection } from '../../shared/ipc/settings'
import type { AudioReport, Loudness } from '../../shared/ipc/sound'
import type { IndicatorView, Move } from '../../shared/ipc/windows'
import type { DeviceLists } from '../../shared/audio/sound-settings'
import type { IpcDoor } from '../app/ipc-door'

export interface WindowDoors {
  readonly hidePanel: () => void
  readonly showPanel: () => void
  readonly openHistory: () => void
  readonly openSettings: (section: SettingsSection | null) => void
  readonly settingsState: () => SettingsPageState
  readonly indicatorView: () => IndicatorView
  readonly moveIndicator: (by: Move) => void
  readonly pointIndicator: (pointed: boolean) => void
  readonly devicesFound: (devices: DeviceLists) => void
  readonly loudnessMeasured: (loudness: Loudness) => void
  readonly audioReady: () => void
  readonly audioReport: (report: AudioReport) => void
}

/** What the windows do by themselves, and what one page tells another. Nothing is decided here. */
export function windowRoutes(door: IpcDoor, windows: WindowDoors): void {
  door.handle('settings:get', () => ok(windows.settingsState()))
  door.handle('indicator:get', () => ok(windows.indicatorView()))
  door.on('indicator:move', windows.moveIndicator)
  door.on('indicator:point', windows.pointIndicator)
  door.on('panel:hide', windows.hidePanel)
  door.on('panel:show', windows.showPanel)
  door.on('history:open', windows.openHistory)
  door.on('settings:open', windows.openSettings)
  door.on('devices:tell', windows.devicesFound)
  door.on('loudness:tell', windows.loudnessMeasured)
  door.on('audio:ready', windows.audioReady)
  door.on('audio:report', windows.audioReport)
}
