import { net, protocol } from 'electron'
import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

const SCHEME = 'app'
export const APP_ORIGIN = `${SCHEME}://parley`
export const PANEL_URL = `${APP_ORIGIN}/index.html`
export const HISTORY_URL = `${APP_ORIGIN}/history.html`

/** No `unsafe-*`, and `connect-src 'none'`: the page cannot talk to anything but main. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before `app` is ready. A scheme of our own has an origin, unlike `file://`, so CSP and permissions can name it. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built page from `folder` and nothing outside it. */
export function serveApp(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const path = normalize(join(folder, decodeURIComponent(new URL(request.url).pathname)))
    if (!path.startsWith(folder + sep)) return new Response('not found', { status: 404 })
    const file = await net.fetch(pathToFileURL(path).toString(), { bypassCustomProtocolHandlers: true }).catch(() => null)
    if (file === null) return new Response('not found', { status: 404 })
    const headers = new Headers(file.headers)
    headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(file.body, { status: file.status, headers })
  })
}
