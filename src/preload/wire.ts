import { ipcRenderer, type IpcRendererEvent } from 'electron'
import type { InvokeAnswer, InvokeArgs, InvokeChannel, PushChannel, PushMessages, SendArgs, SendChannel } from '../shared/ipc/contract'

/** Typed, and private to the preload: a page gets named methods, never a channel. */
export const ask = <C extends InvokeChannel>(channel: C, ...args: InvokeArgs<C>): Promise<InvokeAnswer<C>> => ipcRenderer.invoke(channel, ...args)

export const tell = <C extends SendChannel>(channel: C, ...args: SendArgs<C>): void => ipcRenderer.send(channel, ...args)

export const follow = <C extends PushChannel>(channel: C, listener: (message: PushMessages[C]) => void): (() => void) => {
  const receive = (_event: IpcRendererEvent, message: PushMessages[C]) => listener(message)
  ipcRenderer.on(channel, receive)
  return () => ipcRenderer.off(channel, receive)
}
