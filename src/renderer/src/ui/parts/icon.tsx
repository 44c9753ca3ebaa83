import './icon.css'

/** Drawn on a 24 × 24 grid, in the colour of the text around. */
const PATHS = {
  microphone: 'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  'microphone-off': 'M9 9.5V12a3 3 0 0 0 4.6 2.5M15 11V6a3 3 0 0 0-5.6-1.5M5.5 11.5a6.5 6.5 0 0 0 10 5.5M18.3 13a6.5 6.5 0 0 0 .2-1.5M12 18v3M4 4l16 16',
  dots: 'M6 12h.01M12 12h.01M18 12h.01',
  bars: 'M4 10.5v3M8 7.5v9M12 4.5v15M16 7.5v9M20 10.5v3',
  up: 'M12 19V5M6 11l6-6 6 6',
  unplugged: 'M9 3v4M15 3v4M7 7h10v3a5 5 0 0 1-7.5 4.3M12 15v6M4 4l16 16',
  warning: 'M12 6.5v7M12 17.5h.01',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM9 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  history: 'M4 12a8 8 0 1 0 2.6-5.9M4 4.5v4h4M12 8v4.5l3 1.7',
  plus: 'M12 5v14M5 12h14',
  mask: 'M4 9c2.700-1.400 5.300-1.300 8 .3 2.700-1.600 5.300-1.700 8-.3 0 4.700-1.600 7-4 7-1.800 0-2.700-1.500-4-1.500S9.800 16 8 16c-2.400 0-4-2.300-4-7z',
  back: 'M19 12H5M11 6l-6 6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
} as const

export type IconName = keyof typeof PATHS

/** Decoration only: whatever it says is also said in words beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" data-icon={name}>
      <path d={PATHS[name]} />
    </svg>
  )
}
