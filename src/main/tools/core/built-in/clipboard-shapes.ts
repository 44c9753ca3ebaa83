import type { ClipboardPort } from './ports'

/** Up to Electron 43: everything at once, in kinds of its own. `Picture`: a native image. */
export interface SyncClipboard<Picture> {
  readText(): string
  readHTML(): string
  readRTF(): string
  readImage(): Picture
  write(data: { text?: string; html?: string; rtf?: string; image?: Picture }): void
  writeText(text: string): void
  clear(): void
}

/** From Electron 44 on: shaped as the web's. */
export interface AsyncClipboard<Item extends AsyncItem> {
  readText(): Promise<string>
  read(): Promise<readonly Item[]>
  write(items: Item[]): Promise<void>
  writeText(text: string): Promise<void>
  clear(): void
}

export interface AsyncItem {
  readonly types: readonly string[]
  getType(type: string): Promise<unknown>
}

const filled = (texts: Readonly<Record<'text' | 'html' | 'rtf', string>>): Partial<Record<'text' | 'html' | 'rtf', string>> => Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))

export function syncClipboard<Picture extends { isEmpty(): boolean }>(clipboard: SyncClipboard<Picture>): ClipboardPort {
  return {
    readText: async () => clipboard.readText(),
    writeText: async (text) => clipboard.writeText(text),
    keep: async () => {
      const kept = filled({ text: clipboard.readText(), html: clipboard.readHTML(), rtf: clipboard.readRTF() })
      const image = clipboard.readImage()
      const all = image.isEmpty() ? kept : { ...kept, image }
      return async () => (Object.keys(all).length === 0 ? clipboard.clear() : clipboard.write(all))
    },
  }
}

export function asyncClipboard<Item extends AsyncItem>(clipboard: AsyncClipboard<Item>, itemOf: (content: Readonly<Record<string, unknown>>) => Item): ClipboardPort {
  return {
    readText: () => clipboard.readText(),
    writeText: (text) => clipboard.writeText(text),
    keep: async () => {
      const contents = await Promise.all((await clipboard.read()).map(contentOf))
      const items = contents.filter((content) => Object.keys(content).length > 0)
      return async () => (items.length === 0 ? clipboard.clear() : clipboard.write(items.map(itemOf)))
    },
  }
}

/** What is announced need not be there any more: the program it came from may have ended. */
async function contentOf(item: AsyncItem): Promise<Readonly<Record<string, unknown>>> {
  const read = await Promise.allSettled(item.types.map(async (type) => [type, await item.getType(type)] as const))
  return Object.fromEntries(read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])))
}
