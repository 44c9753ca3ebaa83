import { createHash } from 'node:crypto'
import type { Client } from '@modelcontextprotocol/client'
import { z } from 'zod'
import type { ListedTool } from '../../core/messages'
import { readTool } from '../../core/read-tool'
import { say } from '../../../../shared/words/say'

const MAX_PAGES = 64
const MAX_TOOLS = 1_000
/** Of all tools of a server together. */
const MAX_CHARS = 2_000_000
const PATIENCE_MS = 30_000

const PageSchema = z.looseObject({ tools: z.array(z.unknown()), nextCursor: z.string().max(10_000).nullish() })

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface ReadTools {
  readonly tools: readonly ListedTool[]
  /** In words; null: everything is here. */
  readonly leftOut: string | null
}

class List {
  private readonly tools = new Map<string, ListedTool>()
  private chars = 0
  private unreadable = 0

  constructor(private readonly entryHash: string) {}

  /** False: it is full. */
  add(given: readonly unknown[]): boolean {
    for (const each of given) {
      if (this.tools.size >= MAX_TOOLS || this.chars > MAX_CHARS) return false
      const tool = this.readOne(each)
      if (tool === null || this.tools.has(tool.name)) this.unreadable += 1
      else this.keep(tool)
    }
    return true
  }

  read(isCut: boolean): ReadTools {
    const { unreadable } = this
    const words = [
      unreadable === 0 ? '' : say('setup.tools-unreadable', { n: unreadable }),
      isCut ? say('setup.tools-left-out', { n: this.tools.size }) : '',
    ].filter((each) => each !== '')
    return { tools: [...this.tools.values()], leftOut: words.length === 0 ? null : words.join(' ') }
  }

  private keep(tool: ListedTool): void {
    this.tools.set(tool.name, tool)
    this.chars += JSON.stringify(tool).length
  }

  /** One that is nested so deep that it cannot be walked costs only itself, too. */
  private readOne(given: unknown): ListedTool | null {
    try {
      return readTool(given, { entryHash: this.entryHash, hash: sha256 })
    } catch {
      return null
    }
  }
}

/** Page by page, and each tool by itself: with the SDK's own list one bad tool costs all. */
export async function readTools(client: Client, entryHash: string, signal: AbortSignal): Promise<ReadTools> {
  const list = new List(entryHash)
  let cursor: string | undefined
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const read = await client.request({ method: 'tools/list', params: cursor === undefined ? {} : { cursor } }, PageSchema, { timeout: PATIENCE_MS, signal })
    const isFull = !list.add(read.tools)
    cursor = read.nextCursor ?? undefined
    if (isFull || cursor === undefined || cursor === '') return list.read(isFull)
  }
  return list.read(true)
}
