import type { Assistant } from './app/assistant'
import type { Desktop } from './desktop'
import { createIpcDoor } from './ipc/handle'
import { mayUse } from './ipc/page-rights'
import { type WindowDoors, windowRoutes } from './ipc/window-routes'
import type { Logger } from './platform/ports'
import type { Pages } from './windows/pages'

export interface DoorParts extends Pick<WindowDoors, 'audioReady' | 'audioReport'> {
  readonly assistant: Assistant
  readonly desktop: Desktop
  readonly pages: Pages
  readonly logger: Logger
  /** The panel's page says something: it is there. */
  readonly panelSeen: () => void
}

/** Every way in from a page. */
export function openDoors({ assistant, desktop, pages, logger, panelSeen, ...audio }: DoorParts): void {
  const { windows, show, recordingPlace } = desktop
  const inFirstSteps = () => assistant.view().settings.onboarding !== 'done'
  const door = createIpcDoor((channel, { sender, senderFrame }) => {
    const name = pages.nameOf(sender, senderFrame)
    if (name === 'panel') panelSeen()
    return name !== null && mayUse(name, channel, inFirstSteps) && (channel !== 'hotkey:record' || recordingPlace.enter(name, sender))
  }, logger)
  const showPanel = () => windows.panel.show()
  assistant.routes(door, showPanel)
  windowRoutes(door, {
    ...show,
    ...audio,
    showPanel,
    hidePanel: () => windows.panel.hide(),
    openHistory: () => windows.history.show(),
  })
}
