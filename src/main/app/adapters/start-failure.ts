import { accessSync, constants, mkdtempSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { errorTrace } from '../../../shared/errors/error-trace'
import type { StartFault } from '../../../shared/errors/start-fault'
import { startWords } from '../../../shared/errors/start-words'
import { makePrivateFolder } from '../../platform/adapters/private-files'
import type { Logger } from '../../platform/ports'
import { say } from '../../../shared/words/say'

/** A start that fails for a reason that is known where it fails. */
export class StartError extends Error {
  constructor(readonly fault: StartFault) {
    super(fault)
    this.name = 'StartError'
  }
}

const MISSING: ReadonlySet<string> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED', 'ENOENT'])
const REFUSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EISDIR'])

function faultOf(cause: unknown): StartFault {
  if (cause instanceof StartError) return cause.fault
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return MISSING.has(code) ? 'incomplete' : REFUSED.has(code) ? 'folder' : 'unexpected'
}

/** Null: our own folder can be used. Asked before the lock, which lies in it: where it cannot be made, it seems to be taken. */
export function folderFault(folder: string): StartError | null {
  try {
    makePrivateFolder(folder)
    accessSync(folder, constants.W_OK)
    rmdirSync(mkdtempSync(join(folder, 'probe-')))
    return null
  } catch {
    return new StartError('folder')
  }
}

export interface LastWords {
  /** The end: said once, in a box of the system's, behind what `stop` has to save. Whoever starts Parley meanwhile is not sent here. */
  fail(cause: unknown): void
}

export function createLastWords(logger: Logger, stop: () => Promise<void>): LastWords {
  let failed = false
  const end = async (cause: unknown) => {
    logger.error('start failed', { why: faultOf(cause), cause: errorTrace(cause) })
    await stop().catch(() => undefined) // it is already the end
    app.releaseSingleInstanceLock()
    // Before, Linux shows no box but prints the words. Where a door stands open nobody waits: it opens with `ready`.
    if (faultOf(cause) !== 'opened') await app.whenReady()
    dialog.showErrorBox(say('common.app'), startWords(faultOf(cause)))
    app.exit(1)
  }
  return {
    fail: (cause) => {
      if (failed) return
      failed = true
      void end(cause)
    },
  }
}
