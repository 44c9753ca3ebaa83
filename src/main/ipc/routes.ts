import { imageId, itemId } from '../../shared/ids'
import { ok } from '../../shared/result'
import type { AudioReport, DeviceLists, IndicatorView, Loudness, SettingsPageState, SettingsSection } from '../../shared/ipc/contract'
import type { Assistant } from '../app/assistant'
import type { IpcDoor } from './handle'

export interface PageDoors {
  readonly hidePanel: () => void
  readonly showPanel: () => void
  readonly openHistory: () => void
  readonly openSettings: (section: SettingsSection | null) => void
  readonly settingsState: () => SettingsPageState
  readonly indicatorView: () => IndicatorView
  readonly moveIndicator: (by: { readonly dx: number; readonly dy: number; readonly done: boolean }) => void
  readonly devicesTold: (devices: DeviceLists) => void
  readonly loudnessTold: (loudness: Loudness) => void
  readonly audioReady: () => void
  readonly audioReport: (report: AudioReport) => void
}

/** Which message calls what. Nothing is decided here. */
export function route(door: IpcDoor, assistant: Assistant, page: PageDoors): void {
  door.handle('view:get', () => ok(assistant.snapshot()))
  door.handle('text:send', (text) => assistant.sendText(text))
  door.handle('image:attach', (name, bytes) => assistant.attachImage(name, bytes))
  door.handle('settings:update', (patch) => assistant.updateSettings(patch))
  door.handle('first-steps:update', (patch) => assistant.updateSettings(patch))
  door.handle('secret:set', (secret) => assistant.servers.enterSecret(secret))
  door.handle('secret:forget', async () => ok(await assistant.servers.forgetSecret()))
  door.handle('server:test', async (entry) => ok(await assistant.servers.test(entry)))
  door.handle('server:use', (entry) => assistant.servers.use(entry))
  door.handle('hotkey:record', (which) => assistant.recordHotkey(which))
  door.handle('settings:get', () => ok(page.settingsState()))
  door.handle('indicator:get', () => ok(page.indicatorView()))
  door.handle('item:copy', (item) => assistant.acts.copy(itemId(item)))
  door.handle('item:text', (item, from) => assistant.acts.text(itemId(item), from))
  door.handle('item:play', (item) => assistant.acts.play(itemId(item)))
  door.handle('item:remove', (item) => assistant.acts.remove(itemId(item)))
  door.handle('item:restore', (item) => assistant.acts.restore(itemId(item)))
  door.handle('item:again', (item) => assistant.acts.again(itemId(item)))
  door.on('talk:press', () => assistant.press())
  door.on('talk:release', () => assistant.release())
  door.on('talk:cancel', () => assistant.cancel())
  door.on('talk:undo', () => assistant.undoCancel())
  door.on('server:practice', () => void assistant.servers.use({ endpoint: { kind: 'practice' }, secret: null }))
  door.on('server:stop-test', () => assistant.servers.stopTest())
  door.on('mode:set', (mode) => assistant.setMode(mode))
  door.on('connection:retry', () => assistant.retryConnection())
  door.on('notice:dismiss', (id) => assistant.dismissNotice(id))
  door.on('image:detach', (image) => assistant.detachImage(imageId(image)))
  door.on('panel:hide', page.hidePanel)
  door.on('conversation:new', (how) => assistant.newConversation(how))
  door.on('history:open', page.openHistory)
  door.on('settings:open', page.openSettings)
  door.on('panel:show', page.showPanel)
  door.on('replay:stop', () => assistant.desk.stopPlaying())
  door.on('devices:tell', page.devicesTold)
  door.on('loudness:tell', page.loudnessTold)
  door.on('indicator:move', page.moveIndicator)
  door.on('microphone:try', (on) => assistant.tryMicrophone(on))
  door.on('network:online', () => assistant.networkOnline())
  door.on('audio:ready', page.audioReady)
  door.on('audio:report', page.audioReport)
}
