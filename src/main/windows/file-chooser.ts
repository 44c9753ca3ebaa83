import { BrowserWindow, dialog } from 'electron'

export interface FileKind {
  readonly title: string
  /** Without the dot. */
  readonly extension: string
}

const over = <T>(ask: (window: BrowserWindow | null) => Promise<T>): Promise<T> => ask(BrowserWindow.getFocusedWindow())

/** The system's own file dialogs, over the window that asked. Null: the person chose none. */
export const systemFiles = {
  saveAs: async (name: string, { title, extension }: FileKind): Promise<string | null> => {
    const options = { title, defaultPath: `${name}.${extension}`, filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }
    const { filePath, canceled } = await over((window) => (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options)))
    return canceled || filePath === '' ? null : filePath
  },
  open: async ({ title, extension }: FileKind): Promise<string | null> => {
    const options = { title, properties: ['openFile' as const], filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }
    const { filePaths, canceled } = await over((window) => (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options)))
    return canceled ? null : (filePaths[0] ?? null)
  },
}
