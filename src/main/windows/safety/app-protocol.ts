import { net, protocol, type Session } from 'electron'
import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ImageId, imageId } from '../../../shared/ids'
import { IMAGE_FOLDER, type ImageFile } from '../../../shared/images/images'

const SCHEME = 'app'
const HOST = 'parley'
const APP_ORIGIN = `${SCHEME}://${HOST}`
export const PANEL_URL = `${APP_ORIGIN}/index.html`
export const HISTORY_URL = `${APP_ORIGIN}/history.html`
export const SETTINGS_URL = `${APP_ORIGIN}/settings.html`
export const INDICATOR_URL = `${APP_ORIGIN}/indicator.html`

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

/** Never kept by Chromium: what is deleted here must be gone. */
const imageResponse = (file: ImageFile | null): Response =>
  file === null
    ? new Response('not found', { status: 404 })
    : new Response(file.bytes.slice(), { headers: { 'Content-Type': file.type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })

/** Serves the built page from `folder` and nothing outside it; and the images of the talks, which only main has. */
export function serveApp(pages: Session, folder: string, imageOf: (image: ImageId) => Promise<ImageFile | null>): void {
  pages.protocol.handle(SCHEME, async (request) => {
    const { host, pathname: encoded } = new URL(request.url)
    if (host !== HOST) return new Response('not found', { status: 404 }) // another host is another origin, and none of ours
    const pathname = decodeURIComponent(encoded)
    if (pathname.startsWith(IMAGE_FOLDER)) return imageResponse(await imageOf(imageId(pathname.slice(IMAGE_FOLDER.length))))
    const path = normalize(join(folder, pathname))
    if (!path.startsWith(folder + sep)) return new Response('not found', { status: 404 })
    const file = await net.fetch(pathToFileURL(path).toString(), { bypassCustomProtocolHandlers: true }).catch(() => null)
    if (file === null) return new Response('not found', { status: 404 })
    const headers = new Headers(file.headers)
    headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(file.body, { status: file.status, headers })
  })
}
