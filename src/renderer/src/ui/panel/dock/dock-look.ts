import type { Status } from '../../../../../shared/status'
import type { AssistantView } from '../../../../../shared/view'

/** `idle`: to write and to begin. `flood`: the microphone is open. `own`: it is Parley's turn. */
export type DockLook = 'idle' | 'flood' | 'own'

const FLOODED: ReadonlySet<Status> = new Set<Status>(['opening', 'listening', 'open'])
const PARLEYS: ReadonlySet<Status> = new Set<Status>(['sending', 'thinking', 'acting', 'asking', 'speaking'])

/** What the state asks for; somebody who writes gets the field instead (`withWriting`). */
export function dockLookOf(status: Status, { phase }: Pick<AssistantView, 'phase'>): DockLook {
  if (FLOODED.has(status)) return 'flood'
  return PARLEYS.has(status) || (status === 'connecting' && phase !== 'idle') ? 'own' : 'idle'
}

/** Nobody writes while a turn of their own is heard; hands-free the microphone is open all the time. */
export const withWriting = (look: DockLook, writing: boolean, mode: AssistantView['mode']): DockLook =>
  writing && (look === 'own' || mode === 'hands-free') ? 'idle' : look

/** What the button at the end of the dock does. */
export type PrimaryLook = 'talk' | 'send' | 'submit' | 'stop'

export function primaryLookOf(look: DockLook, { mode, hasText }: Pick<AssistantView, 'mode'> & { readonly hasText: boolean }): PrimaryLook {
  if (look === 'flood') return mode === 'hold' ? 'send' : 'talk'
  if (look === 'own') return 'stop'
  return hasText ? 'submit' : 'talk'
}

/** There is something to end. */
export const isBusy = ({ phase, playingClip, connection }: Pick<AssistantView, 'phase' | 'playingClip' | 'connection'>): boolean =>
  playingClip !== null || (phase !== 'idle' && !(phase === 'thinking' && connection.state === 'failed'))
