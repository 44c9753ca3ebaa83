import type { AppError } from '../../shared/errors/errors'
import type { KnowledgeAnswers, KnowledgeState } from '../../shared/ipc/knowledge'
import { err, ok, type Result } from '../../shared/result'
import type { Talk } from '../app/feature'
import type { IpcDoor } from '../app/ipc-door'
import { confirmedEmbedder, EmbedderChoice } from './embedder-choice'
import { FolderChoice, namedFolders } from './folder-choice'
import { openPassage } from './open-passage'
import type { KnowledgePagesWorld } from './pages-world'

type Refusal = Result<string | null, AppError>

/** What its pages show and ask for. */
export class KnowledgePages {
  private readonly embedders: EmbedderChoice
  private readonly folders: FolderChoice
  constructor(private readonly world: KnowledgePagesWorld) {
    this.folders = new FolderChoice(world)
    this.embedders = new EmbedderChoice(world)
  }

  routes(door: IpcDoor, talk: () => Talk | null): void {
    const { index, updateSettings } = this.world
    door.handle('knowledge:get', () => this.state())
    door.handle('knowledge:add-folder', async () => this.after(await this.folders.add()))
    door.handle('knowledge:remove-folder', async (id) => this.after(await this.folders.remove(id)))
    door.handle('knowledge:put-back-folder', async (id) => this.after(await this.folders.putBack(id)))
    door.handle('knowledge:pause', async (knowledgePaused) => {
      const updated = updateSettings({ knowledgePaused })
      return updated.ok ? this.state() : updated
    })
    door.handle('knowledge:unread', (folder, after, limit) => index.files(folder, 'unread', after, limit))
    door.handle('knowledge:use-embedder', async (embedder, secret) => this.after(await this.embedders.use(embedder, secret)))
    door.handle('knowledge:drop-embedder', async () => this.after(await this.embedders.drop()))
    door.handle('knowledge:open-passage', async (conversation, call, cite) => ok(await openPassage(this.world, talk(), { conversation, call, cite })))
    door.handle('knowledge:sent', (before, limit) => this.sent(before, limit))
  }

  /** Nor can what was taken out of the list come back. */
  everythingRemoved(): void {
    this.folders.forget()
  }

  private async after(done: Refusal): Promise<Result<KnowledgeState, AppError>> {
    if (!done.ok) return done
    const followed = await this.world.followed()
    return followed.ok ? this.state(done.value) : followed
  }

  private async state(refusal: string | null = null): Promise<Result<KnowledgeState, AppError>> {
    const settings = this.world.settings()
    const { knowledgeFolders, knowledgePaused } = settings
    const hasSecret = await this.embedders.hasSecret()
    return ok({ folders: namedFolders(knowledgeFolders), removed: this.folders.removed, status: this.world.status(), paused: knowledgePaused, embedder: confirmedEmbedder(settings), hasSecret, refusal })
  }

  private async sent(before: number | null, limit: number): Promise<Result<KnowledgeAnswers['knowledge:sent'], AppError>> {
    const { records } = this.world
    const [page, totals] = await Promise.all([records.sentText(before, limit), records.sentTotals()])
    if (!page.ok) return page
    return totals.ok ? ok({ ...page.value, totals: totals.value }) : err(totals.error)
  }
}
