import { panelArea, pictureArea } from '../../../scripts/demo/scenes/panel-picture'
import { readPng } from '../../../scripts/png'
import type { Rig } from './sound/rig'
import { until } from './app/until'

/** Of 255; a shade that nobody sees. */
const SHADE = 8
const PIXEL_BYTES = 3
/** A page that is held up stands still, too, but not for so long. */
const STILL_MS = 1_000

export type Pixels = () => Promise<Buffer>

/** Looks at the place on the screen where the panel stands now, by the X server's own picture. What stands there later may be anything. */
export async function whereThePanelIs(rig: Rig): Promise<Pixels> {
  const area = await panelArea(rig)
  if (area === null) throw new Error('The panel is not to be seen.')
  return async () => readPng(await pictureArea(rig, area)).rows
}

/** Once all looks of a second are the same. */
export async function still(look: Pixels): Promise<Buffer> {
  let [seen, since] = [await look(), performance.now()]
  await until('a picture that stands still', async () => {
    const now = await look()
    if (!now.equals(seen)) [seen, since] = [now, performance.now()]
    return performance.now() - since >= STILL_MS
  })
  return seen
}

/** The part of the colour values, 0..1, that are visibly other ones. */
export function differing(one: Buffer, other: Buffer): number {
  if (one.length !== other.length) return 1
  return one.reduce((sum, value, at) => sum + Number(Math.abs(value - (other[at] ?? 0)) > SHADE), 0) / one.length
}

/** The same place with nothing on it but its own background: the colour of the first pixel. */
export const emptied = (pixels: Buffer): Buffer => Buffer.alloc(pixels.length, pixels.subarray(1, 1 + PIXEL_BYTES))
