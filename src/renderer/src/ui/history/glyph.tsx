import type { ButtonHTMLAttributes } from 'react'
import '../parts/button.css'
import '../parts/icon.css'

/** Drawn on a 24 × 24 grid, as in parts/icon.tsx. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L20 20',
  pin: 'M9 4h6l-.7 6 3.2 3.5H6.5L9.7 10zM12 13.5V20',
  pencil: 'M5 19l.9-3.8L16 5.1a1.4 1.4 0 0 1 2 0l.9.9a1.4 1.4 0 0 1 0 2L8.8 18.1z',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 10.5v5.5M13.8 10.5v5.5',
  play: 'M8 5.5l10 6.5-10 6.5z',
  stop: 'M7 7h10v10H7z',
  back: 'M19 12H5M11 6l-6 6 6 6',
  close: 'M6 6l12 12M18 6L6 18',
  chevron: 'M7 10l5 5 5-5',
  tool: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM9 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
} as const

export type GlyphName = keyof typeof PATHS

/** Decoration only: whatever it says is also said in words beside it. */
export function Glyph({ name, filled = false }: { readonly name: GlyphName; readonly filled?: boolean }) {
  return (
    <svg className="icon glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false" data-filled={filled}>
      <path d={PATHS[name]} />
    </svg>
  )
}

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>

interface GlyphButtonProps extends NativeButton {
  readonly glyph: GlyphName
  readonly label: string
  readonly filled?: boolean
}

export function GlyphButton({ glyph, label, filled = false, ...rest }: GlyphButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      <Glyph name={glyph} filled={filled} />
    </button>
  )
}
