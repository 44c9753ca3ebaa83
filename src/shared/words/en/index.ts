import { advice } from './advice'
import { common } from './common'
import { errors } from './errors'
import { start } from './start'
import { status } from './status'
import { tray } from './tray'

/** Every word a person sees, by room. */
export const en = { advice, common, errors, start, status, tray } as const
