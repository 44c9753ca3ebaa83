import type { App } from './app'

export interface Choosing {
  /** How often a dialog has been answered so. */
  asked(): Promise<number>
}

/** From now on the person chooses `path` in every dialog of the system; null: closes it. */
export async function choosePath({ electron }: Pick<App, 'electron'>, path: string | null): Promise<Choosing> {
  const seen = await electron.evaluateHandle(({ dialog }, chosen) => {
    const counted = { asked: 0 }
    dialog.showSaveDialog = () => {
      counted.asked += 1
      return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
    }
    dialog.showOpenDialog = () => {
      counted.asked += 1
      return Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
    }
    return counted
  }, path)
  return { asked: () => seen.evaluate(({ asked }) => asked) }
}
