import type { ServerQuestionApi, ServerToolsApi } from '../shared/ipc/mcp'
import { ask, follow } from './wire'

/** Of the settings window. */
export const serverTools: ServerToolsApi = {
  mcpServers: () => ask('mcp:list'),
  pasteServers: (text) => ask('mcp:paste', text),
  discardDraft: (draft) => ask('mcp:discard', draft),
  addDraft: (draft, label, answers) => ask('mcp:add-draft', draft, label, { ...answers }),
  addServer: (form) => ask('mcp:add-form', form),
  editServer: (server, form) => ask('mcp:edit', server, form),
  turnServer: (server, on) => ask('mcp:turn', server, on),
  restartServer: (server) => ask('mcp:restart', server),
  signIn: (server) => ask('mcp:sign-in', server),
  endSignIn: (server) => ask('mcp:end-sign-in', server),
  signOut: (server) => ask('mcp:sign-out', server),
  removeServer: (server) => ask('mcp:remove', server),
  putBackServer: (server) => ask('mcp:put-back', server),
  serverLog: (server) => ask('mcp:log', server),
  serverTools: (server) => ask('mcp:tools', server),
  decideTools: (server, decisions) => ask('mcp:decide', server, [...decisions]),
  hostedServers: () => ask('mcp:hosted'),
  addHosted: (form) => ask('mcp:add-hosted', form),
  turnHosted: (server, on) => ask('mcp:turn-hosted', server, on),
  removeHosted: (server) => ask('mcp:remove-hosted', server),
  onServersChanged: (listener) => follow('mcp:changed', () => listener()),
}

/** Of the panel. */
export const serverQuestions: ServerQuestionApi = {
  answerServer: (question, answer) => ask('mcp:answer', question, answer),
}
