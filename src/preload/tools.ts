import type { ActionApi } from '../shared/ipc/actions'
import type { CardApi, ToolApi, ToolPreferencesApi } from '../shared/ipc/tools'
import { ask, follow, tell } from './wire'

export const card: CardApi = {
  cardShown: (id, place) => tell('tools:shown', id, place),
  denyCard: (id) => tell('tools:deny', id),
}

export const tools: ToolApi = {
  ...card,
  chooseTools: (choice) => ask('tools:choose', choice),
  allowAlways: (id, howLong) => ask('tools:allow-always', id, howLong),
  undoAction: (action) => ask('tools:undo', action),
  holdCard: (id) => tell('tools:hold', id),
  releaseCard: (id, how) => tell('tools:release', id, how),
  stopTools: () => tell('tools:stop'),
}

export const toolPreferences: ToolPreferencesApi = {
  tools: () => ask('tools:list'),
  switchTool: (name, on) => ask('tools:switch', name, on),
  chooseTools: (choice) => ask('tools:set-choice', choice),
  forgetRule: (rule) => ask('tools:forget-rule', rule),
  chooseNotesFolder: () => ask('tools:choose-notes-folder'),
  resetNotesFolder: () => ask('tools:reset-notes-folder'),
  onToolsChanged: (listener) => follow('tools:changed', listener),
}

export const actions: ActionApi = {
  actions: (before, limit) => ask('actions:list', before, limit),
  undoAction: (action) => ask('actions:undo', action),
  exportActions: () => ask('actions:export'),
}
