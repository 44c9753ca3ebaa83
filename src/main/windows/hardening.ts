import { app, type Session, session } from 'electron'
import { APP_ORIGIN, PANEL_URL } from './app-protocol'

/** Microphone for the panel's page, which is the ear, and nothing else for anybody: no camera, no location, no notifications, no devices. */
export function hardenSession(target: Session = session.defaultSession): void {
  const isMicrophone = (permission: string, details: unknown): boolean =>
    permission === 'media' && !wantsVideo(details)
  target.setPermissionRequestHandler((page, permission, answer, details) => {
    answer(page.getURL() === PANEL_URL && (isMicrophone(permission, details) || permission === SPEAKER))
  })
  target.setPermissionCheckHandler((page, permission, origin, details) =>
    isOurs(origin) && page?.getURL() === PANEL_URL && (isMicrophone(permission, details) || permission === SPEAKER))
  target.setDevicePermissionHandler(() => false)
  denyNetwork(target)
}

/** Chromium names the origin in some checks and the whole address in others, such as the one that guards device names. */
const isOurs = (address: string): boolean => address === APP_ORIGIN || address.startsWith(`${APP_ORIGIN}/`)

/** `setSinkId` asks for this one. */
const SPEAKER = 'speaker-selection'

function wantsVideo(details: unknown): boolean {
  if (typeof details !== 'object' || details === null) return false
  if ('mediaTypes' in details && Array.isArray(details.mediaTypes)) return details.mediaTypes.includes('video')
  return 'mediaType' in details && details.mediaType === 'video'
}

/** The renderer has no network: whatever is not our own scheme is cancelled before it leaves. */
function denyNetwork(target: Session): void {
  target.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url)
    answer({ cancel: !['app:', 'devtools:', 'blob:', 'data:'].includes(protocol) })
  })
}

/** No page of ours navigates, opens windows or embeds others; whoever tries is told no. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
