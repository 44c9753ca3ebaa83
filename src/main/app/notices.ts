import type { AppError, ErrorTag } from '../../shared/errors/errors'
import type { Notice } from '../../shared/errors/notice'
import type { Logger } from '../platform/ports'

type Server = NonNullable<Notice['server']>

const ABOUT_CONNECTING: ReadonlySet<ErrorTag> = new Set<ErrorTag>(['no-key', 'auth', 'quota', 'turned-away', 'model', 'network', 'certificate', 'protocol'])

/** The page says it: what crosses is what there is to say. */
const noticeOf = (id: number, { tag, device, kept }: AppError, server: Server): Notice => ({ id, tag, server, ...(device === undefined ? {} : { device }), ...(kept === true ? { kept } : {}) })

/** The one sentence the person sees now. A new one replaces the old one. */
export class Notices {
  private last = 0
  private shown: Notice | null = null

  constructor(
    private readonly logger: Logger,
    private readonly server: () => Server,
    private readonly changed: (notice: Notice | null) => void,
  ) {}

  get current(): Notice | null {
    return this.shown
  }

  post(error: AppError): void {
    this.last += 1
    this.logger.warn('notified the person', { tag: error.tag })
    this.show(noticeOf(this.last, error, this.server()))
  }

  dismiss(id: number): void {
    if (this.shown?.id === id) this.show(null)
  }

  /** The connection is there: what was wrong with it is mended. */
  connected(): void {
    if (this.shown !== null && ABOUT_CONNECTING.has(this.shown.tag)) this.show(null)
  }

  /** A new turn makes old words pointless. */
  clear(): void {
    if (this.shown !== null) this.show(null)
  }

  private show(notice: Notice | null): void {
    this.shown = notice
    this.changed(notice)
  }
}
