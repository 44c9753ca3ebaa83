import { z } from 'zod'

export const ThemeSchema = z.enum(['system', 'light', 'dark'])

/** The pill, which floats over all other windows. */
export const IndicatorSchema = z.enum(['off', 'while-talking', 'always'])

/** How much larger everything is drawn; browsers go to 5, but a panel of 400 px has no room for that. */
export const ZOOM_STEPS = [0.75, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5] as const

/** No desktop is larger, and beyond 32 bits Electron throws. */
export const DipSchema = z.number().int().min(-100_000).max(100_000)

/** The middle of its lower edge, from the upper left corner of what the screen has for windows. DIP. */
const PillPlaceSchema = z.object({ display: z.string().max(40), x: DipSchema, y: DipSchema })

/** Its upper left corner from that of what the screen has for windows, and its size at a zoom of 1. DIP. */
const PanelPlaceSchema = z.object({ display: z.string().max(40), x: DipSchema, y: DipSchema, width: DipSchema.min(1), height: DipSchema.min(1) })

const pageFields = {
  theme: ThemeSchema,
  zoom: z.number().min(0.5).max(3),
  indicator: IndicatorSchema,
  /** The panel stays above the windows of other programs. */
  keepOnTop: z.boolean(),
}

export const lookSettings = {
  fields: {
    ...pageFields,
    /** Where the person has put it, for each screen; on the others at the bottom. The last is the newest. */
    indicatorPlaces: z.array(PillPlaceSchema).max(8),
    /** The same of the panel. */
    panelPlaces: z.array(PanelPlaceSchema).max(8),
  },
  settingsPage: pageFields,
  firstSteps: {},
  historyPage: {},
  defaults: () => ({ theme: 'system' as const, zoom: 1, indicator: 'while-talking' as const, indicatorPlaces: [], keepOnTop: false, panelPlaces: [] }),
}

export type Theme = z.infer<typeof ThemeSchema>
export type PanelPlace = Readonly<z.infer<typeof PanelPlaceSchema>>
export type PillPlace = Readonly<z.infer<typeof PillPlaceSchema>>
export type Indicator = z.infer<typeof IndicatorSchema>
