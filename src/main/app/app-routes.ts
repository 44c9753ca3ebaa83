import { ok } from '../../shared/result'
import type { Assistant } from './assistant-types'
import type { IpcDoor } from './ipc-door'

type Shown = Pick<Assistant, 'snapshot' | 'dismissNotice' | 'updateSettings'>

/** What the pages show, and the settings. Which fields a page may send is in its contract. */
export function appRoutes(door: IpcDoor, { snapshot, dismissNotice, updateSettings }: Shown): void {
  door.handle('view:get', () => ok(snapshot()))
  door.on('notice:dismiss', (id) => dismissNotice(id))
  door.handle('settings:update', (patch) => updateSettings(patch))
  door.handle('first-steps:update', (patch) => updateSettings(patch))
}
