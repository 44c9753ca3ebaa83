import { errorWords } from '../../shared/errors/error-words'
import type { AppError } from '../../shared/errors/errors'
import type { Embedder } from '../../shared/knowledge/passages'
import { isLoopback } from '../../shared/providers/loopback'
import { originOf } from '../../shared/providers/servers'
import { err, ok, type Result } from '../../shared/result'
import { sameJson } from '../../shared/same-json'
import type { Settings } from '../../shared/settings'
import type { EmbedderAccess } from './core/ports'
import { costQuestion } from './core/cost-question'
import type { KnowledgePagesWorld } from './pages-world'
import { say } from '../../shared/words/say'

type World = Pick<KnowledgePagesWorld, 'settings' | 'updateSettings' | 'confirmPatiently' | 'secrets' | 'status' | 'keyChanged'>
/** What is asked of whoever only wants to know what is in use. */
type Known = Pick<World, 'settings' | 'secrets'>

/** The embedder in use: the one that a person has confirmed as it is, and none that only the settings file names. */
export const confirmedEmbedder = ({ embedder, confirmedEmbedder: confirmed }: Pick<Settings, 'embedder' | 'confirmedEmbedder'>): Embedder | null =>
  embedder !== null && confirmed === JSON.stringify(embedder) ? embedder : null

/** What the index asks it with; null: words only. A key goes to the origin it was entered for, and never in the clear over a network. */
export async function embedderAccess(world: Known): Promise<EmbedderAccess | null> {
  const embedder = confirmedEmbedder(world.settings())
  return embedder === null ? null : { ...embedder, secret: await secretFor(world, embedder) }
}

async function secretFor({ secrets }: Known, { url }: Embedder): Promise<string | null> {
  const { hostname, protocol } = new URL(url)
  return protocol === 'http:' && !isLoopback(hostname) ? null : secrets('knowledge').find(originOf(url))
}

/** Of the server that was in use and is not any more: nothing would ever ask for its key again. */
export async function forgetKeyOf({ secrets }: Pick<World, 'secrets'>, former: Embedder | null): Promise<void> {
  if (former !== null) await secrets('knowledge').forget(originOf(former.url))
}

/** Where the text of files goes to be made vectors. Whatever changes it is asked for by main, with the place and the cost in the question. */
export class EmbedderChoice {
  constructor(private readonly world: World) {}

  /** A sentence: it was not done. */
  async use(embedder: Embedder, secret: string | null): Promise<Result<string | null, AppError>> {
    const { hostname, protocol } = new URL(embedder.url)
    if (secret !== null && protocol === 'http:' && !isLoopback(hostname)) return ok(say('folders.meaning-exposed'))
    if (secret === null && sameJson(embedder, confirmedEmbedder(this.world.settings()))) return ok(null)
    const answer = await this.world.confirmPatiently(costQuestion(embedder, this.world.status()?.characters ?? null))
    if (answer !== 'yes') return ok(errorWords(answer))
    const { embedder: former } = this.world.settings()
    const before = secret === null ? null : await this.keep(embedder, secret)
    const written = this.write({ ...embedder })
    if (!written.ok) {
      if (before !== null) await before.putBack()
      return written
    }
    if (former !== null && originOf(former.url) !== originOf(embedder.url)) await forgetKeyOf(this.world, former)
    if (secret !== null) await this.world.keyChanged()
    return written
  }

  /** Its key goes with it. */
  async drop(): Promise<Result<null, AppError>> {
    const { embedder } = this.world.settings()
    const written = this.write(null)
    if (written.ok) await forgetKeyOf(this.world, embedder)
    return written
  }

  async hasSecret(): Promise<boolean> {
    const embedder = confirmedEmbedder(this.world.settings())
    return embedder !== null && (await secretFor(this.world, embedder)) !== null
  }

  /** Before the choice is written, because the index takes the key with it; put back where that failed. */
  private async keep({ url }: Embedder, secret: string): Promise<{ readonly putBack: () => Promise<unknown> }> {
    const secrets = this.world.secrets('knowledge')
    const origin = originOf(url)
    const known = await secrets.find(origin)
    await secrets.keep(origin, secret)
    return { putBack: () => (known === null ? secrets.forget(origin) : secrets.keep(origin, known)) }
  }

  private write(embedder: Embedder | null): Result<null, AppError> {
    const updated = this.world.updateSettings({ embedder, confirmedEmbedder: embedder === null ? null : JSON.stringify(embedder) })
    return updated.ok ? ok(null) : err(updated.error)
  }
}
