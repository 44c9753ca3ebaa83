import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { Timers } from '../../platform/ports'
import type { BuiltInParts } from '../sources/built-in/built-in-source'
import { electronClipboard } from './electron-clipboard'
import { electronScreen } from './electron-screen'
import { filePaths } from './file-paths'
import { hookKeyboard } from './hook-keyboard'
import { notesFolder } from './notes-folder'
import { systemOpener } from './system-opener'

type SystemParts = Pick<BuiltInParts, 'clipboard' | 'screen' | 'opener' | 'paths' | 'notes' | 'keyboard' | 'ownFocus' | 'platform'>

export interface SystemPartsWorld {
  readonly timers: Timers
  readonly isWayland: boolean
  /** Null: the standard one. */
  readonly notesFolder: () => string | null
  /** The person sees which screen was looked at. */
  readonly screenSeen: Parameters<typeof electronScreen>[0]
}

export const standardNotesFolder = (): string => join(app.getPath('documents'), 'Parley notes')

/** What Parley's own tools touch of this machine. */
export const systemParts = ({ timers, isWayland, notesFolder: chosen, screenSeen }: SystemPartsWorld): SystemParts => ({
  clipboard: electronClipboard(),
  screen: electronScreen(screenSeen),
  opener: systemOpener,
  paths: filePaths,
  notes: notesFolder({ standard: standardNotesFolder, chosen }),
  keyboard: hookKeyboard({ timers, isWayland, platform: process.platform }),
  ownFocus: () => BrowserWindow.getFocusedWindow() !== null,
  platform: process.platform,
})
