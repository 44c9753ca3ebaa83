import { advice } from './advice'
import { answers } from './answers'
import { common } from './common'
import { dialogs } from './dialogs'
import { errors } from './errors'
import { exports } from './exports'
import { firstRun } from './first-run'
import { folders } from './folders'
import { history } from './history'
import { keys } from './keys'
import { knowledge } from './knowledge'
import { memory } from './memory'
import { models } from './models'
import { ownTools } from './own-tools'
import { panel } from './panel'
import { questions } from './questions'
import { reminders } from './reminders'
import { servers } from './servers'
import { settings } from './settings'
import { setup } from './setup'
import { signIn } from './sign-in'
import { start } from './start'
import { state } from './state'
import { status } from './status'
import { tools } from './tools'
import { tray } from './tray'
import { verdicts } from './verdicts'
import { voices } from './voices'
import { windows } from './windows'

/** Every word a person sees, by room. */
export const en = {
  advice,
  answers,
  common,
  dialogs,
  errors,
  exports,
  'first-run': firstRun,
  folders,
  history,
  keys,
  knowledge,
  memory,
  models,
  'own-tools': ownTools,
  panel,
  questions,
  reminders,
  servers,
  settings,
  setup,
  'sign-in': signIn,
  start,
  state,
  status,
  tools,
  tray,
  verdicts,
  voices,
  windows,
} as const
