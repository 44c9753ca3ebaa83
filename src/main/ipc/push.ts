import type { WebContents } from 'electron'
import type { PageName } from '../../shared/ipc/channel'
import type { PushChannel, PushMessages } from '../../shared/ipc/contract'
import type { PushToPage } from '../app/ipc-door'

/** Main → page. A page that is not there (not loaded, crashed, quitting) misses it; it asks for the whole view when it loads. */
export type Push = <C extends PushChannel>(channel: C, message: PushMessages[C]) => void

export const createPush =
  (page: () => WebContents | null): Push =>
  (channel, message) => {
    const target = page()
    if (target !== null && !target.isDestroyed()) target.send(channel, message)
  }

export const pushTo =
  (page: (name: PageName) => WebContents | null): PushToPage =>
  (name, channel, message) =>
    createPush(() => page(name))(channel, message)
