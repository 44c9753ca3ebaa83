import type { Face } from '../../../../shared/face'
import type { IconName } from './icon'

/** What stands inside each shape. The tray draws the same signs; see scripts/make-icons.ts. */
export const FACE_ICONS: Readonly<Record<Face, IconName>> = {
  idle: 'microphone',
  asleep: 'asleep',
  opening: 'microphone',
  listening: 'microphone',
  sending: 'up',
  thinking: 'dots',
  speaking: 'bars',
  open: 'microphone',
  muted: 'microphone-off',
  switching: 'dots',
  connecting: 'dots',
  offline: 'unplugged',
  failed: 'warning',
}
