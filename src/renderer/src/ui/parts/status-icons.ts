import type { Status } from '../../../../shared/status'
import type { IconName } from './icon'

/** What stands inside each shape. The tray draws the same signs; see scripts/make-icons.ts. */
export const STATUS_ICONS: Readonly<Record<Status, IconName>> = {
  idle: 'microphone',
  asleep: 'asleep',
  opening: 'microphone',
  listening: 'microphone',
  sending: 'up',
  thinking: 'dots',
  acting: 'tool',
  speaking: 'bars',
  open: 'microphone',
  muted: 'microphone-off',
  switching: 'dots',
  connecting: 'dots',
  offline: 'unplugged',
  failed: 'warning',
}
