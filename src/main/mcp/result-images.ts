import { readImageHeader } from '../../shared/images/image-header'
import { isSendable, MAX_EDGE_PX, MAX_IMAGE_BYTES } from '../../shared/images/images'
import type { FeatureWorld } from '../app/feature'
import type { CallResult } from './core/messages'

/** For one image. A panel that has crashed comes back later than this. */
const PATIENCE_MS = 5_000

const bytesOf = (url: string): Uint8Array => new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))

/** Of what the page has made; it is not believed, either. */
function urlOf(bytes: Uint8Array | null): string | null {
  const header = bytes === null || bytes.length > MAX_IMAGE_BYTES ? null : readImageHeader(bytes)
  if (bytes === null || header === null || header.moving || !isSendable(header.type) || Math.max(header.width, header.height) > MAX_EDGE_PX) return null
  return `data:${header.type};base64,${Buffer.from(bytes).toString('base64')}`
}

/** Images of results: the panel's page decodes them in its sandbox and makes them anew, as it does a person's own. None goes on as it came. */
export class ResultImages {
  private readonly waiting = new Map<string, (bytes: Uint8Array | null) => void>()

  constructor(private readonly world: Pick<FeatureWorld, 'push' | 'mint' | 'timers'>) {}

  async redrawn(result: CallResult): Promise<CallResult> {
    if (result.kind !== 'done' || result.images.length === 0) return result
    const urls = await Promise.all(result.images.map(async (url) => urlOf(await this.asked(bytesOf(url)))))
    const lost = urls.flatMap((url, place) => (url === null ? [`[image ${String(place + 1)} cannot be shown]`] : []))
    return { ...result, images: urls.filter((url) => url !== null), text: [result.text, ...lost].join('\n') }
  }

  /** The page has answered; a second answer is none. */
  scaled(id: string, bytes: Uint8Array | null): void {
    const answered = this.waiting.get(id)
    this.waiting.delete(id)
    answered?.(bytes)
  }

  pageClosed(): void {
    for (const id of [...this.waiting.keys()]) this.scaled(id, null)
  }

  private asked(bytes: Uint8Array): Promise<Uint8Array | null> {
    const { push, mint, timers } = this.world
    const id = mint()
    return new Promise((answered) => {
      this.waiting.set(id, answered)
      timers.after(PATIENCE_MS, () => this.scaled(id, null))
      push('panel', 'image:scale', { id, bytes })
    })
  }
}
