import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createKnowledgeIndex } from '../../../../src/main/knowledge/adapters/worker-index'
import type { KnowledgeIndex } from '../../../../src/main/knowledge/core/ports'
import type { AppError } from '../../../../src/shared/errors/errors'
import type { KnowledgeFileState, KnowledgeStatus } from '../../../../src/shared/knowledge/passages'
import type { Result } from '../../../../src/shared/result'

export const WORKER = new URL('./worker-from-sources.mjs', import.meta.url)
export const READER = new URL('./reader-from-sources.mjs', import.meta.url)

/** Gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-knowledge-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

export function valueOf<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.tag}: ${result.error.detail ?? ''}`)
  return result.value
}

export interface IndexPlace {
  readonly index?: string
  readonly own?: readonly string[]
  readonly reader?: URL
  readonly hardMs?: number
}

/** An index over the real workers; closed when the test is over. */
export function indexIn({ index = newFolder(), own = [], reader = READER, hardMs }: IndexPlace = {}): KnowledgeIndex {
  const made = createKnowledgeIndex({ folder: index, worker: WORKER, reader, own, hardMs })
  onTestFinished(() => made.close())
  return made
}

/** Until there is nothing more to do. */
export async function worked(index: KnowledgeIndex): Promise<KnowledgeStatus> {
  for (;;) {
    const status = valueOf(await index.work())
    if (status.idle) return status
  }
}

/** One folder, read to its end. */
export async function readIn(folder: string, place: IndexPlace = {}): Promise<KnowledgeIndex> {
  const index = indexIn(place)
  valueOf(await index.setFolders([{ id: 'f', name: 'f', path: folder }]))
  await worked(index)
  return index
}

export const inWords = (state: KnowledgeFileState): string => ('reason' in state ? `${state.kind}: ${state.reason}` : state.kind)

/** Path and state of each file. */
export async function states(index: KnowledgeIndex): Promise<Readonly<Record<string, string>>> {
  const { rows } = valueOf(await index.files('f', 'all', null, 1_000))
  return Object.fromEntries(rows.map(({ path, state }) => [path, inWords(state)]))
}

export async function found(index: KnowledgeIndex, text: string, file: string | null = null): Promise<readonly string[]> {
  const { passages } = valueOf(await index.search({ text, file, letter: 'A', private: false }))
  return passages.map(({ path, page }) => (page === null ? path : `${path}#${String(page)}`))
}
