/** Draws the tray icons and the app icon: `npx tsx scripts/make-icons.ts`. The same pictures every time. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Colour, type Layer, paintPng } from './icons/paint-png'
import { bars, GRID, roundedBox, type Shape, speechBubble } from './icons/shapes'
import { TRAY_STATES, type TrayState } from './icons/tray-states'

const BLACK: Colour = [0, 0, 0]
const TRAY_PX = 16

/** The bubble of the tray, inside the rounded tile that desktops expect. */
const inTile = (shape: Shape): Shape => (x, y) => shape((x - 8) * 1.62 + 8, (y - 8) * 1.62 + 7.9)
const shade = (top: Colour, bottom: Colour) => (y: number): Colour => {
  const mix = (from: number, to: number) => Math.round(from + ((to - from) * y) / GRID)
  return [mix(top[0], bottom[0]), mix(top[1], bottom[1]), mix(top[2], bottom[2])]
}
const APP_ICON: readonly Layer[] = [
  { shape: roundedBox(1, 1, 15, 15, 3.2), colour: shade([62, 78, 100], [24, 30, 40]) },
  { shape: inTile(speechBubble()), colour: () => [246, 245, 241] },
  { shape: inTile(bars(8, 6.5, 2.35, 1.3, 0.7, 2, 3.1, 2, 0.7)), colour: shade([36, 176, 110], [16, 118, 72]) },
]

const project = join(import.meta.dirname, '..')
const tray = join(project, 'resources', 'tray')

/** Linux and Windows take one for light and one for dark trays, macOS the black "template" that it colours itself. */
function writeTray(name: string, { shape, onLight, onDark }: TrayState): void {
  const draw = (variant: string, paint: Colour) => {
    for (const [scale, times] of [['', 1], ['@2x', 2]] as const) {
      writeFileSync(join(tray, `${name}${variant}${scale}.png`), paintPng([{ shape, colour: () => paint }], TRAY_PX * times))
    }
  }
  draw('-on-light', onLight)
  draw('-on-dark', onDark)
  draw('Template', BLACK)
}

mkdirSync(tray, { recursive: true })
for (const [name, state] of Object.entries(TRAY_STATES)) writeTray(name, state)
mkdirSync(join(project, 'build'), { recursive: true })
writeFileSync(join(project, 'build', 'icon.png'), paintPng(APP_ICON, 512))
