import type { PageName } from '../../shared/ipc/channel'
import type { InvokeAnswer, InvokeArgs, InvokeChannel, PushChannel, PushMessages, SendArgs, SendChannel } from '../../shared/ipc/contract'

/** Where a feature answers its pages. What comes in has a known sender and the agreed shape. */
export interface IpcDoor {
  handle<C extends InvokeChannel>(channel: C, answer: (...args: InvokeArgs<C>) => Promise<InvokeAnswer<C>> | InvokeAnswer<C>): void
  on<C extends SendChannel>(channel: C, receive: (...args: SendArgs<C>) => void): void
}

/** To a page that follows something. One that is not there misses it, and asks when it loads. */
export type PushToPage = <C extends PushChannel>(page: PageName, channel: C, message: PushMessages[C]) => void
