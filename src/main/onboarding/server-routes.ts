import { ok } from '../../shared/result'
import type { IpcDoor } from '../app/ipc-door'
import type { FirstRun } from './first-run'

/** Where the voice goes, and with which key. */
export function serverRoutes(door: IpcDoor, servers: FirstRun['servers']): void {
  door.handle('secret:set', (secret) => servers.enterSecret(secret))
  door.handle('secret:forget', async () => ok(await servers.forgetSecret()))
  door.handle('server:test', async (entry) => ok(await servers.test(entry)))
  door.handle('server:use', (entry) => servers.use(entry))
  door.on('server:practice', () => void servers.use({ endpoint: { kind: 'practice' }, secret: null }))
  door.on('server:stop-test', () => servers.stopTest())
}
