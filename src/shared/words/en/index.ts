import { advice } from './advice'
import { common } from './common'
import { errors } from './errors'
import { firstRun } from './first-run'
import { history } from './history'
import { knowledge } from './knowledge'
import { panel } from './panel'
import { questions } from './questions'
import { servers } from './servers'
import { settings } from './settings'
import { start } from './start'
import { state } from './state'
import { status } from './status'
import { tools } from './tools'
import { tray } from './tray'

/** Every word a person sees, by room. */
export const en = { advice, common, errors, 'first-run': firstRun, history, knowledge, panel, questions, servers, settings, start, state, status, tools, tray } as const
