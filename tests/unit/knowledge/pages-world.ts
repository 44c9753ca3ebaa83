import { embedderAccess } from '../../../src/main/knowledge/embedder-choice'
import { namedFolders } from '../../../src/main/knowledge/folder-choice'
import { KnowledgePages } from '../../../src/main/knowledge/knowledge-pages'
import type { KnowledgePagesWorld } from '../../../src/main/knowledge/pages-world'
import type { Question } from '../../../src/main/app/confirm-port'
import type { IpcDoor } from '../../../src/main/app/ipc-door'
import { Asks } from '../../../src/shared/ipc/contract'
import type { ConversationItem } from '../../../src/shared/conversation'
import { appError, type AppError } from '../../../src/shared/errors/errors'
import { err, ok, type Result } from '../../../src/shared/result'
import { defaultSettings, type Settings } from '../../../src/shared/settings'
import { FakeKnowledgeIndex } from '../../fakes/fake-knowledge-index'
import { FakeKnowledgeRecords } from '../../fakes/fake-knowledge-records'

/** The pages' half of the feature; what a page asks goes through the schema of its channel, as main checks it. */
export function pagesWorld() {
  let settings: Settings = defaultSettings('linux')
  let minted = 0
  const index = new FakeKnowledgeIndex()
  const records = new FakeKnowledgeRecords()
  const person = { folder: null as string | null, says: 'yes' as 'yes' | 'not-confirmed' | 'asked-lately' }
  const [questions, opened, notices, pushed, keys] = [[] as Question[], [] as string[], [] as AppError[], [] as string[], new Map<string, string>()]
  const disk = { isFull: false }
  const shown = { items: [] as readonly ConversationItem[] }
  let followed: Promise<Result<null, AppError>> = Promise.resolve(ok(null))
  const secrets: KnowledgePagesWorld['secrets'] = (feature) => ({
    find: async (name) => keys.get(`${feature} ${name}`) ?? null,
    keep: async (name, secret) => void keys.set(`${feature} ${name}`, secret),
    forget: async (name) => void keys.delete(`${feature} ${name}`),
  })
  const keyChanged = async () => index.setEmbedder(await embedderAccess({ settings: () => settings, secrets }))
  const set = (patch: Partial<Settings>) => {
    settings = { ...settings, ...patch }
    if (patch.knowledgeFolders !== undefined) followed = index.setFolders(namedFolders(settings.knowledgeFolders))
    if ('embedder' in patch) void keyChanged()
  }
  const world: KnowledgePagesWorld = {
    index, records,
    settings: () => settings,
    updateSettings: (patch) => {
      if (disk.isFull) return err(appError('settings-write'))
      set(patch as Partial<Settings>)
      return ok(settings)
    },
    confirmPatiently: async (question) => {
      questions.push(question)
      return person.says
    },
    files: { saveAs: async () => null, open: async () => null, folder: async () => person.folder },
    secrets,
    push: (page, channel) => void pushed.push(`${page} ${channel}`),
    mint: () => {
      minted += 1
      return `id${String(minted)}`
    },
    notify: (error) => void notices.push(error),
    openFile: async (path) => {
      opened.push(path)
      return true
    },
    standing: { home: '/home/x', own: '/home/x/.config/Parley' },
    status: () => index.state,
    followed: () => followed,
    keyChanged,
  }
  const pages = new KnowledgePages(world)
  const routes = new Map<string, (...args: unknown[]) => unknown>()
  const door = { handle: (channel: string, answer: (...args: never[]) => unknown) => routes.set(channel, answer as (...args: unknown[]) => unknown), on: () => undefined }
  pages.routes(door as unknown as IpcDoor, () => ({ conversation: { current: shown } }) as never)
  /** Null: main would refuse what the page sends. */
  const ask = async (channel: keyof typeof Asks, ...args: readonly unknown[]): Promise<unknown> => {
    const read = Asks[channel].args.safeParse(args)
    return read.success ? await routes.get(channel)?.(...read.data) : null
  }
  const chosen = async (path: string) => {
    person.folder = path
    return ask('knowledge:add-folder')
  }
  return { world, pages, index, records, person, questions, opened, notices, pushed, keys, disk, shown, ask, chosen, set, settings: () => settings }
}
