import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from '../rig/part'
import type { Rig } from '../rig/rig'
import { type Area, cropPng } from './crop-png'

/** The panel as it stands on the screen; null when no window of that name is to be seen. */
export async function picturePanel(rig: Rig): Promise<Buffer | null> {
  const area = await panelArea(rig).catch(() => null)
  if (area === null) return null
  const screen = join(rig.folder, 'screen.png')
  await rig.screenshot(screen)
  return cropPng(await readFile(screen), area)
}

async function panelArea({ env }: Rig): Promise<Area | null> {
  const words = ['search', '--onlyvisible', '--name', '^Parley$', 'getwindowgeometry', '--shell']
  const answer = await runTool('xdotool', words, env)
  const value = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(answer)?.[1] ?? NaN)
  const area = { x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') }
  return Object.values(area).every(Number.isInteger) ? area : null
}

