import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { systemTimers } from '../../../../platform/adapters/system-timers'
import { Deadline } from '../../../../platform/deadline'
import { CALLBACK_PATH } from '../../../../../shared/mcp/setup'
import { Refused } from '../failures'
import { say } from '../../../../../shared/words/say'

/** A person types a password and looks for a telephone meanwhile. */
const PATIENCE_MS = 5 * 60_000
/** A browser asks for icons, too; whoever looks for more is no browser. */
const MOST_STRAY = 16
const MOST_CONNECTIONS = 8
const HEADERS = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'", 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', connection: 'close' }
const PAGE = '<!doctype html><meta charset="utf-8"><title>Parley</title><p>Parley has the answer. You can close this page and go back.</p>'

/** Where the browser comes back to, on this computer, for one request. */
export class CallbackListener {
  /** The query of that request. Rejects when it does not come, or the listener is closed. */
  readonly answer: Promise<URLSearchParams>
  private readonly server: Server
  private readonly tooLong: Deadline
  private stray = 0
  private settled: { readonly took: (query: URLSearchParams) => void; readonly failed: (cause: Error) => void } | null = null

  constructor(patienceMs = PATIENCE_MS) {
    this.answer = new Promise((took, failed) => (this.settled = { took, failed }))
    this.answer.catch(() => undefined) // it may be closed before anybody waits
    this.server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => this.heard(request, response))
    this.server.maxConnections = MOST_CONNECTIONS
    this.tooLong = new Deadline(systemTimers, () => this.close(say('sign-in.too-late')))
    this.tooLong.start(patienceMs)
  }

  /** Its address. */
  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    return `http://${this.host}${CALLBACK_PATH}`
  }

  close(why = say('sign-in.stopped')): void {
    this.settled?.failed(new Refused(why))
    this.end()
  }

  private get host(): string {
    const address = this.server.address()
    return `127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`
  }

  /** A page that has pointed its own name here is not answered: the address has a number and no name. */
  private heard({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const [path, query = ''] = url.split('?', 2)
    const isOurs = method === 'GET' && path === CALLBACK_PATH && headers.host === this.host && this.settled !== null
    if (!isOurs) return this.refuse(response)
    this.settled?.took(new URLSearchParams(query))
    response.writeHead(200, HEADERS).end(PAGE)
    this.end()
  }

  private refuse(response: ServerResponse): void {
    response.writeHead(404, HEADERS).end()
    this.stray += 1
    if (this.stray >= MOST_STRAY) this.close(say('sign-in.asked-too-often'))
  }

  /** Nobody comes any more; who is being answered gets it. */
  private end(): void {
    this.settled = null
    this.tooLong.stop()
    this.server.close()
    this.server.closeIdleConnections()
  }
}
