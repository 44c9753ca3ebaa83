import type { ComponentProps } from 'react'
import { IconButton } from '../parts/button'
import { Icon, type IconName } from '../parts/icon'

/** What this window calls the icons it uses. */
const ICONS = {
  search: 'search',
  pin: 'pin',
  pencil: 'pencil',
  trash: 'trash',
  play: 'play',
  stop: 'stop',
  back: 'back',
  close: 'close',
  chevron: 'chevron-down',
  tool: 'tool',
} as const satisfies Readonly<Record<string, IconName>>

export type GlyphName = keyof typeof ICONS

/** Decoration only: whatever it says is also said in words beside it. */
export function Glyph({ name, filled = false }: { readonly name: GlyphName; readonly filled?: boolean }) {
  return <Icon name={ICONS[name]} filled={filled} />
}

interface GlyphButtonProps extends Omit<ComponentProps<typeof IconButton>, 'icon' | 'hint'> {
  readonly glyph: GlyphName
}

export function GlyphButton({ glyph, ...rest }: GlyphButtonProps) {
  return <IconButton icon={ICONS[glyph]} {...rest} />
}
