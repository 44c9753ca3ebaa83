import { execFileSync } from 'node:child_process'
import { mkdirSync, openSync, rmSync, statfsSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { databaseFile, historyFolder } from '../history/history-db'

/** A disk of its own for the history, small enough to be filled. */
export interface SmallDisk {
  /** Leaves room for nothing. */
  fill(): void
  free(): void
  unmount(): void
}

/** Null where it cannot be had: only root may mount. */
export function mountSmallDisk(userData: string): SmallDisk | null {
  const folder = historyFolder(userData)
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    fill: () => fill(folder, ballast),
    free: () => rmSync(ballast, { force: true }),
    unmount: () => void execFileSync('umount', ['--lazy', folder]),
  }
}

function fill(folder: string, ballast: string): void {
  const file = openSync(ballast, 'w')
  try {
    const { bavail, bsize } = statfsSync(folder)
    writeSync(file, Buffer.alloc(bavail * bsize))
  } finally {
    closeSync(file)
  }
}

/**
 * Another program that has the database for itself (only possible before the app is there) or writes into it, until the function
 * given back is called.
 */
export function lockHistory(userData: string, how: 'whole' | 'writing'): () => void {
  const db = new DatabaseSync(databaseFile(userData), { timeout: 5_000 })
  if (how === 'whole') db.exec('PRAGMA locking_mode = EXCLUSIVE')
  db.exec('BEGIN IMMEDIATE')
  return () => {
    db.exec('ROLLBACK')
    db.close()
  }
}
