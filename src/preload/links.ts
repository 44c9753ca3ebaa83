import type { LinkApi } from '../shared/ipc/links'
import { ask } from './wire'

export const links: LinkApi = { openLink: (address) => ask('link:open', address) }
