import type { App } from './app'

/** From now on the person chooses `path` in every dialog of the system; null: closes it. */
export const choosePath = ({ electron }: Pick<App, 'electron'>, path: string | null): Promise<void> =>
  electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, path)
