import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { errorTrace } from '../../shared/errors/error-trace'
import { appError, type AppError } from '../../shared/errors/errors'
import { Asks, type InvokeArgs, type InvokeChannel, type SendArgs, type SendChannel, Tells } from '../../shared/ipc/contract'
import { err } from '../../shared/result'
import type { IpcDoor } from '../app/ipc-door'
import type { Logger } from '../platform/ports'

export type Sender = Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>

type Channel = InvokeChannel | SendChannel

/** Which page may say this: each has its own words, and none of the other's. */
export type PageOf = (channel: Channel, sender: Sender) => boolean

const refused = (channel: string): AppError => appError('unexpected', `${channel}: refused`)

/**
 * Every message passes three checks: a page we know, its main frame, arguments of the agreed shape. What fails is
 * logged by channel only, never with its content. A handler that throws becomes `unexpected`, since Electron would carry
 * only the message of the error.
 */
export function createIpcDoor(maySay: PageOf, logger: Logger): IpcDoor {
  const refuse = (channel: Channel, why: 'sender' | 'arguments') => logger.warn('ipc refused', { channel, why })
  return {
    handle: (channel, answer) =>
      ipcMain.handle(channel, async (event, ...raw: unknown[]) => {
        if (!maySay(channel, event)) return refuse(channel, 'sender'), err(refused(channel))
        const args = Asks[channel].args.safeParse(raw)
        if (!args.success) return refuse(channel, 'arguments'), err(refused(channel))
        return run(() => answer(...(args.data as InvokeArgs<typeof channel>)), channel, logger)
      }),
    on: (channel, receive) =>
      ipcMain.on(channel, (event, ...raw: unknown[]) => {
        if (!maySay(channel, event)) return refuse(channel, 'sender')
        const args = Tells[channel].args.safeParse(raw)
        if (!args.success) return refuse(channel, 'arguments')
        receive(...(args.data as SendArgs<typeof channel>))
      }),
  }
}

async function run<T>(answer: () => Promise<T> | T, channel: Channel, logger: Logger): Promise<T | ReturnType<typeof err<AppError>>> {
  try {
    return await answer()
  } catch (cause) {
    logger.error('ipc handler failed', { channel, cause: errorTrace(cause) })
    return err(appError('unexpected', channel))
  }
}
