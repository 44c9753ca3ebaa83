import { errorWords } from '../../shared/errors/error-words'
import type { AppError } from '../../shared/errors/errors'
import type { Question } from '../app/confirm-port'
import type { KnowledgeFolder } from '../../shared/knowledge/passages'
import { err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { MOST_FOLDERS } from '../../shared/settings/knowledge'
import type { KnowledgePagesWorld } from './pages-world'

type Folders = Settings['knowledgeFolders']
type World = Pick<KnowledgePagesWorld, 'settings' | 'updateSettings' | 'files' | 'mint' | 'confirmPatiently' | 'standing'>

/** Null: a disk as a whole has none. */
const lastPart = (path: string): string | null => path.split(/[\\/]/u).filter((part) => part !== '' && !/^[A-Za-z]:$/u.test(part)).at(-1) ?? null

/** As people call it. */
const nameOf = ({ path }: Folders[number]): string => lastPart(path) ?? path

export const namedFolders = (folders: Folders): readonly KnowledgeFolder[] => folders.map((folder) => ({ ...folder, name: nameOf(folder) }))

/** Either system's way of writing paths. */
const within = (path: string, folder: string): boolean => path.startsWith(folder) && /^[\\/]/u.test(path.slice(folder.replace(/[\\/]$/u, '').length))

const OWN = 'Parley keeps its own data there, and never reads it; choose another folder.'
const NOT_REMOVED = 'This folder was not taken out, or is in the list again.'

/** Much more than anybody means to show. */
const wholeHome = (path: string): Question => ({
  title: 'Read your whole home folder?',
  text: `${path} holds everything you have on this computer. Passages of any document in it may then go to the voice server with a question. Hidden files, keys and Parley’s own data are never read. A folder with only what you want to ask about is the better choice.`,
  yes: 'Read all of it',
})

/** The folders to be read: chosen in the system's dialog, and out of the list when the person says so. A sentence: it was not done. */
export class FolderChoice {
  private last: { readonly at: number; readonly folder: Folders[number] } | null = null
  constructor(private readonly world: World) {}

  /** What was taken out last, and can be put back; null: nothing. */
  get removed(): KnowledgeFolder | null {
    return this.last === null ? null : (namedFolders([this.last.folder])[0] ?? null)
  }

  async add(): Promise<Result<string | null, AppError>> {
    const path = await this.world.files.folder('Folder to read')
    if (path === null) return ok(null)
    const { home, own } = this.world.standing
    if (path === own || within(path, own)) return ok(OWN)
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
    if (this.last?.folder.id !== id) return ok(NOT_REMOVED)
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
  if (lastPart(path) === null) return 'This is the whole disk; choose a folder on it.'
  if (folders.length >= MOST_FOLDERS) return `Parley reads ${String(MOST_FOLDERS)} folders at most; take one out first.`
  if (folders.some((folder) => folder.path === path)) return 'This folder is in the list already.'
  const around = folders.find((folder) => within(path, folder.path))
  if (around !== undefined) return `This folder is inside “${nameOf(around)}”, which is read already.`
  const inside = folders.find((folder) => within(folder.path, path))
  return inside === undefined ? null : `“${nameOf(inside)}” is inside this folder; take it out first.`
}
