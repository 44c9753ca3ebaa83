import { BrowserWindow, dialog } from 'electron'
import type { FileChooser } from '../app/feature-files'

const over = <T>(ask: (window: BrowserWindow | null) => Promise<T>): Promise<T> => ask(BrowserWindow.getFocusedWindow())

/** The system's own file dialogs, over the window that asked. Null: the person chose none. */
export const systemFiles: FileChooser = {
  saveAs: async (name, { title, extension }) => {
    const options = { title, defaultPath: `${name}.${extension}`, filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }
    const { filePath, canceled } = await over((window) => (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options)))
    return canceled || filePath === '' ? null : filePath
  },
  open: async ({ title, extension }) => {
    const options = { title, properties: ['openFile' as const], filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }
    const { filePaths, canceled } = await over((window) => (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options)))
    return canceled ? null : (filePaths[0] ?? null)
  },
  folder: async (title) => {
    const options = { title, properties: ['openDirectory' as const] }
    const { filePaths, canceled } = await over((window) => (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options)))
    return canceled ? null : (filePaths[0] ?? null)
  },
}
