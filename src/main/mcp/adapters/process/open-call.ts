import type { Client } from '@modelcontextprotocol/client'
import { SdkError, SdkErrorCode } from '@modelcontextprotocol/client'
import { readImageHeader } from '../../../../shared/images/image-header'
import { MAX_IMAGE_BYTES } from '../../../../shared/images/images'
import { firstCharacters } from '../../../../shared/text/characters'
import { plainLine } from '../../../../shared/text/plain-line'
import { systemTimers } from '../../../platform/adapters/system-timers'
import { Deadline } from '../../../platform/deadline'
import type { Json, JsonObject } from '../../../tools/core/tool'
import type { CallResult } from '../../core/messages'
import { progressWords } from '../../core/progress-words'
import { type ImageUrl, readResult } from '../../core/result-words'

/** Without a sign of life, and in all. */
const PATIENCE_MS = 60_000
const LONGEST_MS = 600_000
const BETWEEN_PROGRESS_MS = 250
/** No screen is larger, and a small file can claim any size. */
const MAX_EDGE_PX = 8_192
const MAX_PIXELS = 34_000_000

/** Whatever a page can decode, as large as an attachment may be. Only the head is read here: what decodes it is a page in a sandbox. */
const imageUrl: ImageUrl = (base64) => {
  const bytes = Buffer.from(base64.slice(0, MAX_IMAGE_BYTES * 2), 'base64')
  const header = bytes.length > MAX_IMAGE_BYTES ? null : readImageHeader(bytes)
  return header !== null && !header.moving && Math.max(header.width, header.height) <= MAX_EDGE_PX && header.width * header.height <= MAX_PIXELS ? `data:${header.type};base64,${bytes.toString('base64')}` : null
}

export interface CallBounds {
  readonly patienceMs: number
  readonly longestMs: number
}

const BOUNDS: CallBounds = { patienceMs: PATIENCE_MS, longestMs: LONGEST_MS }

/** One call of a tool until it has one result, whatever the server does. */
export class OpenCall {
  private readonly abortion = new AbortController()
  private reason: 'too-long' | 'cancelled' | null = null
  private readonly idle = new Deadline(systemTimers, () => this.stop('too-long'))
  private readonly total = new Deadline(systemTimers, () => this.stop('too-long'))
  private told = 0
  private notAsked = false

  constructor(
    private readonly client: Client,
    private readonly progress: (words: string) => void,
    private readonly bounds: CallBounds = BOUNDS,
  ) {}

  cancel(): void {
    this.stop('cancelled')
  }

  /** It was asked something, or has said something. */
  lives(): void {
    this.idle.renew(this.bounds.patienceMs)
  }

  /** Its server asked for what nobody is asked for. */
  declined(): void {
    this.notAsked = true
  }

  /** The person is asked, who may take longer than a server. */
  waits(): void {
    this.idle.stop()
  }

  async run(tool: string, args: JsonObject): Promise<CallResult> {
    this.total.start(this.bounds.longestMs)
    this.lives()
    try {
      return await this.asked(tool, args)
    } catch (cause) {
      return this.failure(cause)
    } finally {
      this.total.stop()
      this.waits()
    }
  }

  private async asked(tool: string, args: JsonObject): Promise<CallResult> {
    const { bounds, abortion } = this
    const result = await this.client.callTool({ name: tool, arguments: { ...args } }, {
      timeout: bounds.longestMs,
      maxTotalTimeout: bounds.longestMs,
      resetTimeoutOnProgress: true,
      signal: abortion.signal,
      onprogress: (now) => this.hasProgress(progressWords(now)),
    })
    const { text, images } = readResult(result.content as readonly Json[], result.structuredContent as Json | undefined, imageUrl)
    return { kind: 'done', text, images, isError: result.isError === true, ...(this.notAsked ? { notAsked: true } : {}) }
  }

  private hasProgress(words: string): void {
    this.lives()
    if (Date.now() - this.told < BETWEEN_PROGRESS_MS) return
    this.told = Date.now()
    this.progress(words)
  }

  private stop(reason: 'too-long' | 'cancelled'): void {
    this.reason ??= reason
    this.abortion.abort(reason)
  }

  private failure(cause: unknown): CallResult {
    if (this.reason !== null) return { kind: 'failed', reason: this.reason, words: '' }
    const words = firstCharacters(plainLine(cause instanceof Error ? cause.message : ''), 400)
    if (!(cause instanceof SdkError)) return { kind: 'failed', reason: 'refused', words }
    switch (cause.code) {
      case SdkErrorCode.ConnectionClosed:
      case SdkErrorCode.NotConnected:
      case SdkErrorCode.SendFailed:
        return { kind: 'failed', reason: 'no-connection', words }
      case SdkErrorCode.RequestTimeout:
        return { kind: 'failed', reason: 'too-long', words }
      case SdkErrorCode.InvalidResult:
        return { kind: 'failed', reason: 'unreadable', words: '' }
      default:
        return { kind: 'failed', reason: 'refused', words }
    }
  }
}
