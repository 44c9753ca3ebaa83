import type { AppError } from '../../shared/errors/errors'
import type { MemoryList } from '../../shared/ipc/memory'
import { err, ok, type Result } from '../../shared/result'
import { plainLine } from '../../shared/text/plain-line'
import type { IpcDoor } from '../app/ipc-door'
import type { Memory } from './memory'
import type { MemoryFeatureWorld } from './memory-world'
import { say } from '../../shared/words/say'

type World = Pick<MemoryFeatureWorld, 'store' | 'confirm' | 'files' | 'updateSettings'>

/** The page that lists what is remembered. */
export function memoryRoutes(door: IpcDoor, memory: Memory, world: World): void {
  const listed = (refusal: string | null = null): Result<MemoryList, never> => ok({ on: memory.isOn(), facts: memory.list(), refusal })
  const after = (done: Result<unknown, string>) => listed(done.ok ? null : done.error)
  door.handle('memory:list', () => listed())
  door.handle('memory:edit', async (id, text) => after(await memory.edit(id, plainLine(text).trim())))
  door.handle('memory:remove', async (id) => after(await memory.remove(id)))
  door.handle('memory:put-back', async (id) => listed((await memory.putBack(id)) ? null : say('setup.undo-over')))
  door.handle('memory:remove-all', async () => {
    const removed = await removeAll(memory, world)
    return removed.ok ? listed() : removed
  })
  door.handle('memory:export', () => exportTo(world))
  door.handle('memory:switch', (remembering) => {
    const updated = world.updateSettings({ remembering })
    return updated.ok ? listed() : updated
  })
}

/** A page that was taken over must not be able to do it alone. */
async function removeAll(memory: Memory, { confirm }: World): Promise<Result<unknown, AppError>> {
  const amount = memory.list().length
  if (amount === 0) return ok(null)
  const yes = await confirm({ title: say('dialogs.forget-everything'), text: say('dialogs.forget-everything-text', { n: amount }), yes: say('dialogs.forget-everything-yes') })
  return yes ? memory.removeAll() : ok(null)
}

async function exportTo({ store, files }: World): Promise<Result<{ readonly path: string; readonly facts: number } | null, AppError>> {
  const path = await files.saveAs(say('dialogs.memory-file'), { title: say('dialogs.export'), extension: 'json' })
  if (path === null) return ok(null)
  const written = await store.exportFacts(path)
  return written.ok ? ok({ path, facts: written.value }) : err(written.error)
}
