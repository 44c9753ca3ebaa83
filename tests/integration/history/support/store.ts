import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHistoryStore } from '../../../../src/main/history/adapters/worker-store'
import type { Records } from '../../../../src/main/history/adapters/work'
import type { AppError, ErrorTag } from '../../../../src/shared/errors/errors'
import type { MarkedText } from '../../../../src/shared/history'
import type { Result } from '../../../../src/shared/result'

export const WORKER = new URL('./worker-from-sources.mjs', import.meta.url)

/** Gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A store over the real worker, not opened yet; closed when the test is over. */
export function storeIn(folder: string, worker: URL = WORKER, now: () => number = Date.now): Records {
  const store = createHistoryStore({ folder, worker, now })
  onTestFinished(() => store.close())
  return store
}

export async function openStore(folder: string = newFolder()): Promise<Records> {
  const store = storeIn(folder)
  valueOf(await store.open())
  return store
}

export function valueOf<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.tag}: ${result.error.detail ?? ''}`)
  return result.value
}

export const tagOf = (result: Result<unknown, AppError>): ErrorTag | null => (result.ok ? null : result.error.tag)

/** Hits in brackets. */
export const shown = (pieces: readonly MarkedText[]): string => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
