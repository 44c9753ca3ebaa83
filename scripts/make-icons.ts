/** Draws the tray icons and the app icon: `npx tsx scripts/make-icons.ts`. The same pictures every time. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { APP_ICON_SVG } from './icons/app-icon'
import { svgToPng, trayPictures } from './icons/tray-pictures'

const project = join(import.meta.dirname, '..')
const tray = join(project, 'resources', 'tray')

rmSync(tray, { recursive: true, force: true })
mkdirSync(tray, { recursive: true })
for (const [file, png] of trayPictures()) writeFileSync(join(tray, file), png)
mkdirSync(join(project, 'build'), { recursive: true })
writeFileSync(join(project, 'build', 'icon.png'), svgToPng(APP_ICON_SVG, 512))
