import * as electron from 'electron'
import type { AsyncClipboard, AsyncItem, SyncClipboard } from '../core/built-in/clipboard-shapes'
import { asyncClipboard, syncClipboard } from '../core/built-in/clipboard-shapes'
import type { ClipboardPort } from '../core/built-in/ports'

type Native = SyncClipboard<Electron.NativeImage>

/** Our types are of the Electron that ships; the floor has the older shape. Only that one has pictures of its own kind. */
const isSync = (clipboard: object): clipboard is Native => 'readImage' in clipboard

/** `ClipboardItem` is taken by way of the module: an import by name of what the floor does not have would not even load. */
export function electronClipboard(): ClipboardPort {
  const { clipboard } = electron
  if (isSync(clipboard)) return syncClipboard(clipboard)
  const items = clipboard as unknown as AsyncClipboard<AsyncItem>
  return asyncClipboard(items, (content) => new electron.ClipboardItem(content as Record<string, string>) as unknown as AsyncItem)
}
