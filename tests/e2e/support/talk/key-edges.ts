import type * as Hook from 'uiohook-napi'
import type { App } from '../app/app'
import { machineMs } from '../first-word/sink-recorder'

/** From now on the moments of key presses are kept, as X stamped them. */
export const watchEdges = ({ electron }: App): Promise<void> =>
  electron.evaluate(({ app }) => {
    const { uIOhook } = process.getBuiltinModule('module').createRequire(`${app.getAppPath()}/package.json`)('uiohook-napi') as typeof Hook
    const edges: number[] = []
    Object.assign(globalThis, { edges })
    uIOhook.on('keydown', ({ time }) => edges.push(time))
  })

/** X counts 32 bits of ms. */
const onMachineClock = (stamp: number): number => {
  const now = machineMs()
  return now - (((now - stamp) % 2 ** 32) + 2 ** 32) % 2 ** 32
}

/** When the last key went down, on the clock of `machineMs`. */
export const lastEdge = async ({ electron }: App): Promise<number> => onMachineClock(await electron.evaluate(() => (globalThis as unknown as { edges: number[] }).edges.at(-1) ?? NaN))
