import { shell } from 'electron'

/** With the program that people have for such files. */
export const openFile = async (path: string): Promise<boolean> => (await shell.openPath(path)) === ''
