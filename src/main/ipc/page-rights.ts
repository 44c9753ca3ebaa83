import type { PageName, Right } from '../../shared/ipc/channel'
import { Asks, type InvokeChannel, type SendChannel, Tells } from '../../shared/ipc/contract'

const RIGHTS: Readonly<Record<InvokeChannel | SendChannel, { readonly pages: readonly Right[] }>> = { ...Asks, ...Tells }

/** `inFirstSteps`: whether the panel leads a newcomer through them now. */
export function mayUse(page: PageName, channel: InvokeChannel | SendChannel, inFirstSteps: () => boolean): boolean {
  const { pages } = RIGHTS[channel]
  return pages.includes(page) || (page === 'panel' && pages.includes('first-steps') && inFirstSteps())
}
