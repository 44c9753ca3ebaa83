import type { InvokeAnswer, InvokeArgs, InvokeChannel, SendArgs, SendChannel } from '../../shared/ipc/contract'

/** Where a feature answers its pages. What comes in has a known sender and the agreed shape. */
export interface IpcDoor {
  handle<C extends InvokeChannel>(channel: C, answer: (...args: InvokeArgs<C>) => Promise<InvokeAnswer<C>> | InvokeAnswer<C>): void
  on<C extends SendChannel>(channel: C, receive: (...args: SendArgs<C>) => void): void
}
