import { common } from './common'
import { start } from './start'
import { status } from './status'
import { tray } from './tray'

/** Every word a person sees, by room. */
export const en = { common, start, status, tray } as const
