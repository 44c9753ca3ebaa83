import type { AppError } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import type { KnowledgePagesWorld } from './pages-world'

type World = Pick<KnowledgePagesWorld, 'index' | 'records' | 'push' | 'notify'>

/** Takes what left for embedding from the index into the history, where the ledger shows it. The index keeps it until it is written there. */
export class SentAccount {
  private taking: Promise<void> = Promise.resolve()

  constructor(private readonly world: World) {}

  /** After whatever may have sent something. */
  take(): Promise<void> {
    this.taking = this.taking.then(() => this.takeNow())
    return this.taking
  }

  /** All of it, with what was on its way here while the rest was removed. */
  async forget(): Promise<Result<null, AppError>> {
    await this.taking
    return this.world.records.forgetSentText(Number.MAX_SAFE_INTEGER)
  }

  private async takeNow(): Promise<void> {
    const { index, records, push, notify } = this.world
    const sent = await index.sent()
    if (!sent.ok) return notify(sent.error)
    if (sent.value.length === 0) return
    const saved = await records.saveSentText(sent.value)
    if (!saved.ok) return notify(saved.error)
    const forgotten = await index.forgetSent(sent.value.map(({ id }) => id))
    if (!forgotten.ok) notify(forgotten.error)
    push('history', 'history:changed', { conversation: null, what: 'ledger' })
  }
}
