import { app, type Session, session, type WebContents } from 'electron'
import { PANEL_URL } from './app-protocol'
import { openDeadEnd } from '../dead-end'
import { pageSession } from './page-session'
import { type Ask, mayHave, mayProbablyHave } from './permissions'

/**
 * For `--host-resolver-rules`. WebRTC and `<link rel=dns-prefetch>` look up names past every other bar, and a name can carry words away.
 * The rule is one for the whole of Chromium, so the names that `net` in main may need stay: updates, and this computer. Sockets to
 * servers are Node's and look up their own. An older spelling, `~NOTFOUND`, is a name to Chromium's mDNS, which asks the whole local network for it.
 */
export const NAMES_OF_MAIN = ['MAP * ^NOTFOUND', ...['localhost', '127.0.0.1', 'github.com', '*.github.com', '*.githubusercontent.com'].map((name) => `EXCLUDE ${name}`)].join(', ')

/** Once the app is ready, before the first window. `panel`: the one page that may ask for anything. No page of ours lives in the default session; if one did, it would get nothing. */
export async function hardenSessions(panel: () => WebContents | null, pages: Session = pageSession()): Promise<void> {
  for (const each of [pages, session.defaultSession]) {
    each.setDevicePermissionHandler(() => false)
    each.on('will-download', (event) => event.preventDefault()) // files are written by main, where a person chose
  }
  session.defaultSession.setPermissionRequestHandler((_page, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  // By the window, too: with `history.pushState` any page of ours has any address of ours.
  const isPanel = (page: WebContents | null) => page !== null && page === panel() && page.getURL() === PANEL_URL
  const ask = (page: WebContents | null, permission: string, details: Omit<Ask, 'isPanel' | 'permission'>): Ask => ({ ...details, permission, isPanel: isPanel(page) })
  pages.setPermissionRequestHandler((page, permission, answer, details) => answer(mayHave(ask(page, permission, details))))
  pages.setPermissionCheckHandler((page, permission, _origin, details) => mayProbablyHave(ask(page, permission, details)))
  await denyNetwork(pages)
}

/**
 * The renderer has no network. Whatever asks for an address that is not ours is cancelled before it leaves; what asks nobody (WebRTC,
 * names looked up ahead) finds a proxy in its way behind which there is nothing, for loopback, too. A proxy also keeps Chromium from
 * looking up names itself.
 */
async function denyNetwork(pages: Session): Promise<void> {
  pages.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url)
    answer({ cancel: !['app:', 'devtools:', 'blob:', 'data:'].includes(protocol) })
  })
  await pages.setProxy({ mode: 'fixed_servers', proxyRules: `127.0.0.1:${String(await openDeadEnd())}`, proxyBypassRules: '<-loopback>' })
}

/** No page of ours navigates, opens windows or embeds others; whoever tries is told no. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    // STUN and TURN ask neither the CSP nor the session; this leaves them nothing but the proxy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
