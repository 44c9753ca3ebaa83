import { errorWords } from '../../shared/errors/error-words'
import type { AppError, ErrorTag } from '../../shared/errors/errors'
import type { Notice } from '../../shared/view'
import type { Logger } from '../platform/ports'

const ABOUT_CONNECTING: ReadonlySet<ErrorTag> = new Set<ErrorTag>(['no-key', 'auth', 'quota', 'turned-away', 'model', 'network', 'certificate', 'protocol'])

const KEPT = 'What you said is kept in History, under Drafts.'

/** `undelivered` says so itself. */
const noticeText = ({ tag, device, kept }: AppError): string => (kept === true && tag !== 'undelivered' ? `${errorWords(tag, device)} ${KEPT}` : errorWords(tag, device))

/** The one sentence the person sees now. A new one replaces the old one. */
export class Notices {
  private last = 0
  private shown: Notice | null = null

  constructor(
    private readonly logger: Logger,
    private readonly changed: (notice: Notice | null) => void,
  ) {}

  get current(): Notice | null {
    return this.shown
  }

  post(error: AppError): void {
    this.last += 1
    this.logger.warn('notified the person', { tag: error.tag })
    this.show({ id: this.last, tag: error.tag, text: noticeText(error) })
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
