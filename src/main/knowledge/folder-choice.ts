import type { AppError } from '../../shared/errors/errors'
import type { KnowledgeFolder } from '../../shared/knowledge/passages'
import { err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { MOST_FOLDERS } from '../../shared/settings/knowledge'
import type { KnowledgePagesWorld } from './pages-world'

type Folders = Settings['knowledgeFolders']
type World = Pick<KnowledgePagesWorld, 'settings' | 'updateSettings' | 'files' | 'mint'>

/** Null: a disk as a whole has none. */
const lastPart = (path: string): string | null => path.split(/[\\/]/u).filter((part) => part !== '' && !/^[A-Za-z]:$/u.test(part)).at(-1) ?? null

/** As people call it. */
const nameOf = ({ path }: Folders[number]): string => lastPart(path) ?? path

export const namedFolders = (folders: Folders): readonly KnowledgeFolder[] => folders.map((folder) => ({ ...folder, name: nameOf(folder) }))

/** The folders to be read: chosen in the system's dialog, and out of the list when the person says so. A sentence: it was not done. */
export class FolderChoice {
  constructor(private readonly world: World) {}

  async add(): Promise<Result<string | null, AppError>> {
    const path = await this.world.files.folder('Folder to read')
    if (path === null) return ok(null)
    const { knowledgeFolders } = this.world.settings()
    const refusal = refusalOf(path, knowledgeFolders)
    if (refusal !== null) return ok(refusal)
    return this.write([...knowledgeFolders, { id: this.world.mint(), path }])
  }

  async remove(id: string): Promise<Result<string | null, AppError>> {
    return this.write(this.world.settings().knowledgeFolders.filter((folder) => folder.id !== id))
  }

  private write(knowledgeFolders: Folders): Result<null, AppError> {
    const updated = this.world.updateSettings({ knowledgeFolders: [...knowledgeFolders] })
    return updated.ok ? ok(null) : err(updated.error)
  }
}

/** Either system's way of writing paths. */
const within = (path: string, folder: string): boolean => path.startsWith(folder) && /^[\\/]/u.test(path.slice(folder.replace(/[\\/]$/u, '').length))

/** Everything would be found twice. */
function refusalOf(path: string, folders: Folders): string | null {
  if (lastPart(path) === null) return 'This is the whole disk; choose a folder on it.'
  if (folders.length >= MOST_FOLDERS) return `Parley reads ${String(MOST_FOLDERS)} folders at most; take one out first.`
  if (folders.some((folder) => folder.path === path)) return 'This folder is in the list already.'
  const around = folders.find((folder) => within(path, folder.path))
  if (around !== undefined) return `This folder is inside “${nameOf(around)}”, which is read already.`
  const inside = folders.find((folder) => within(folder.path, path))
  return inside === undefined ? null : `“${nameOf(inside)}” is inside this folder; take it out first.`
}
