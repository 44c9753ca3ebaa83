import { errorWords } from '../../shared/errors/error-words'
import type { AppError } from '../../shared/errors/errors'
import type { Question } from '../app/confirm-port'
import type { KnowledgeFolder } from '../../shared/knowledge/passages'
import { err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { MOST_FOLDERS } from '../../shared/settings/knowledge'
import type { KnowledgePagesWorld } from './pages-world'
import { say } from '../../shared/words/say'

type Folders = Settings['knowledgeFolders']
type World = Pick<KnowledgePagesWorld, 'settings' | 'updateSettings' | 'files' | 'mint' | 'confirmPatiently' | 'standing'>

/** Null: a disk as a whole has none. */
const lastPart = (path: string): string | null => path.split(/[\\/]/u).filter((part) => part !== '' && !/^[A-Za-z]:$/u.test(part)).at(-1) ?? null

/** As people call it. */
const nameOf = ({ path }: Folders[number]): string => lastPart(path) ?? path

export const namedFolders = (folders: Folders): readonly KnowledgeFolder[] => folders.map((folder) => ({ ...folder, name: nameOf(folder) }))

/** Either system's way of writing paths. */
const within = (path: string, folder: string): boolean => path.startsWith(folder) && /^[\\/]/u.test(path.slice(folder.replace(/[\\/]$/u, '').length))

/** Much more than anybody means to show. */
const wholeHome = (path: string): Question => ({ title: say('folders.read-home'), text: say('folders.read-home-text', { path }), yes: say('folders.read-home-yes') })

/** The folders to be read: chosen in the system's dialog, and out of the list when the person says so. A sentence: it was not done. */
export class FolderChoice {
  private last: { readonly at: number; readonly folder: Folders[number] } | null = null
  constructor(private readonly world: World) {}

  /** What was taken out last, and can be put back; null: nothing. */
  get removed(): KnowledgeFolder | null {
    return this.last === null ? null : (namedFolders([this.last.folder])[0] ?? null)
  }

  async add(): Promise<Result<string | null, AppError>> {
    const path = await this.world.files.folder(say('dialogs.knowledge-folder'))
    if (path === null) return ok(null)
    const { home, own } = this.world.standing
    if (path === own || within(path, own)) return ok(say('folders.folder-ours'))
    const refusal = refusalOf(path, this.world.settings().knowledgeFolders)
    if (refusal !== null) return ok(refusal)
    const isHome = path.replace(/[\\/]$/u, '') === home || within(home, path)
    const answer = isHome ? await this.world.confirmPatiently(wholeHome(path)) : 'yes'
    if (answer !== 'yes') return ok(errorWords(answer))
    const { knowledgeFolders } = this.world.settings() // it may be another list than before the question
    const late = refusalOf(path, knowledgeFolders)
    return late === null ? this.put({ id: this.world.mint(), path }, knowledgeFolders.length) : ok(late)
  }

  async remove(id: string): Promise<Result<string | null, AppError>> {
    const { knowledgeFolders } = this.world.settings()
    const at = knowledgeFolders.findIndex((folder) => folder.id === id)
    const folder = knowledgeFolders[at]
    const written = this.write(knowledgeFolders.filter((each) => each.id !== id))
    if (written.ok && folder !== undefined) this.last = { at, folder }
    return written
  }

  /** The one that was taken out last, where it was. It is read anew. */
  async putBack(id: string): Promise<Result<string | null, AppError>> {
    if (this.last?.folder.id !== id) return ok(say('folders.folder-not-removed'))
    const { at, folder } = this.last
    const refusal = refusalOf(folder.path, this.world.settings().knowledgeFolders)
    return refusal === null ? this.put(folder, at) : ok(refusal)
  }

  /** Nothing is left to be put back. */
  forget(): void {
    this.last = null
  }

  private put(folder: Folders[number], at: number): Result<null, AppError> {
    const written = this.write(this.world.settings().knowledgeFolders.toSpliced(at, 0, folder))
    if (written.ok && this.last?.folder.path === folder.path) this.last = null
    return written
  }

  private write(knowledgeFolders: Folders): Result<null, AppError> {
    const updated = this.world.updateSettings({ knowledgeFolders: [...knowledgeFolders] })
    return updated.ok ? ok(null) : err(updated.error)
  }
}

/** Everything would be found twice. */
function refusalOf(path: string, folders: Folders): string | null {
  if (lastPart(path) === null) return say('folders.folder-whole-disk')
  if (folders.length >= MOST_FOLDERS) return say('folders.folders-full', { most: MOST_FOLDERS })
  if (folders.some((folder) => folder.path === path)) return say('folders.folder-listed')
  const around = folders.find((folder) => within(path, folder.path))
  if (around !== undefined) return say('folders.folder-inside', { folder: nameOf(around) })
  const inside = folders.find((folder) => within(folder.path, path))
  return inside === undefined ? null : say('folders.folder-around', { folder: nameOf(inside) })
}
