import type { AppApi } from '../shared/ipc/app'
import { ask, follow, tell } from './wire'

export const app: AppApi = {
  getView: () => ask('view:get'),
  dismissNotice: (id) => tell('notice:dismiss', id),
  hintSeen: (hint) => tell('hint:seen', hint),
  onView: (listener) => follow('view', listener),
  onItems: (listener) => follow('items', listener),
}
