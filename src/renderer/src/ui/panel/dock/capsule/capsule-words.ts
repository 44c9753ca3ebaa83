import type { Status } from '../../../../../../shared/status'
import type { AssistantView } from '../../../../../../shared/view'
import { say } from '../../../../../../shared/words/say'
import type { DockLook, PrimaryLook } from '../dock-look'
import type { TalkSign } from './primary-button'

/** Nobody can be heard, or only to be kept: the talk button shows why. */
const MARKED: ReadonlySet<Status> = new Set<Status>(['muted', 'connecting', 'switching', 'offline'])

/** Hands-free it is a switch: in the flood it says what it does, elsewhere how it stands. */
export function talkSign(status: Status, look: DockLook, { mode }: Pick<AssistantView, 'mode'>): TalkSign {
  if (mode === 'hands-free') return look === 'flood' ? 'microphone-off' : null
  return MARKED.has(status) ? null : 'microphone'
}

export function placeholderOf(status: Status): string {
  switch (status) {
    case 'muted':
      return say('status.muted')
    case 'connecting':
      return say('panel.connecting-field')
    case 'switching':
      return say('state.switching')
    case 'offline':
      return say('panel.offline-field')
    default:
      return say('panel.message')
  }
}

export function primaryWords(look: PrimaryLook, { mode, muted }: Pick<AssistantView, 'mode' | 'muted'>): { readonly label: string; readonly words: string } {
  switch (look) {
    case 'send':
    case 'submit':
      return { label: say('common.send'), words: look === 'send' ? say('common.send') : '' }
    case 'stop':
      return { label: say('common.stop'), words: say('common.stop') }
    case 'talk':
      return { label: mode === 'hands-free' ? say(muted ? 'panel.unmute' : 'panel.mute') : say('common.hold-to-talk'), words: '' }
  }
}
