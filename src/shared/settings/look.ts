import { z } from 'zod'

export const ThemeSchema = z.enum(['system', 'light', 'dark'])

/** The small window that floats over all others. */
export const IndicatorSchema = z.enum(['off', 'while-talking', 'always'])

/** How much larger everything is drawn; browsers go to 5, but a panel of 400 px has no room for that. */
export const ZOOM_STEPS = [0.75, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5] as const

/** No desktop is larger, and beyond 32 bits Electron throws. */
export const DipSchema = z.number().int().min(-100_000).max(100_000)

const pageFields = {
  theme: ThemeSchema,
  zoom: z.number().min(0.5).max(3),
  indicator: IndicatorSchema,
}

export const lookSettings = {
  fields: {
    ...pageFields,
    /** Where the person has put it: its top left corner on the desktop, in DIP. Null: at the bottom of the screen. */
    indicatorPlace: z.object({ x: DipSchema, y: DipSchema }).nullable(),
  },
  settingsPage: pageFields,
  firstSteps: {},
  historyPage: {},
  defaults: () => ({ theme: 'system' as const, zoom: 1, indicator: 'off' as const, indicatorPlace: null }),
}

export type Theme = z.infer<typeof ThemeSchema>
export type Indicator = z.infer<typeof IndicatorSchema>
