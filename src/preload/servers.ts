import type { PracticeApi, SecretApi, ServerApi } from '../shared/ipc/servers'
import { ask, tell } from './wire'

export const servers: ServerApi = {
  testServer: (entry) => ask('server:test', entry),
  stopServerTest: () => tell('server:stop-test'),
  useServer: (entry) => ask('server:use', entry),
}

export const practice: PracticeApi = {
  usePractice: () => tell('server:practice'),
}

export const secrets: SecretApi = {
  setSecret: (secret) => ask('secret:set', secret),
  forgetSecret: () => ask('secret:forget'),
}
