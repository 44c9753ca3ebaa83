import { realpath } from 'node:fs/promises'
import { createBreather } from '../../../../platform/worker/slices'
import { isPassedOver, isPassedOverFolder } from '../../../core/file-kind'
import { type Changes, folderPath, type Session } from '../session'
import { note, removeFile } from './file-rows'
import { ignoreRules } from './ignore-rules'
import { isWithin, standsWhereItSays } from './inside'
import { lookThrough, seenFile } from './look'

/** Looks at what was changed in one folder. What was there before and is not any more is gone from the index at once. */
export async function lookAgain(session: Session, folder: string, changes: Changes): Promise<void> {
  const root = folderPath(session, folder)
  if (root === null) return
  if (changes === 'anything' || !(await lookAt(session, folder, root, changes))) await lookAtAll(session, folder, root)
}

/** A number of its own: what does not get it is not there any more. */
const lookNumber = (): number => Date.now()

async function lookAtAll(session: Session, folder: string, root: string): Promise<void> {
  const { db, own, missing } = session
  const breathe = createBreather()
  const look = lookNumber()
  try {
    for await (const file of lookThrough({ root, own, breathe })) note(db, folder, file, look)
  } catch {
    missing.add(folder) // a drive that is not there: what was read of it stays until it is back
    return
  }
  missing.delete(folder)
  for (const { id } of db.all<{ id: number }>('SELECT id FROM files WHERE folder = ? AND seen <> ?', folder, look)) {
    removeFile(db, id)
    session.orphans.left()
    await breathe()
  }
}

/** False: one of them may stand for many. */
async function lookAt({ db, orphans, own }: Session, folder: string, root: string, paths: ReadonlySet<string>): Promise<boolean> {
  const real = await realpath(root).catch(() => null)
  if (real === null || own.some((each) => isWithin(each, real))) return false
  for (const path of paths) {
    if (path.endsWith('.parleyignore')) return false
    const file = isLeftOut(real, path) || !(await standsWhereItSays(real, path)) ? null : await seenFile(real, path)
    if (file !== null) {
      if (note(db, folder, file, lookNumber())) orphans.left()
      continue
    }
    const known = db.get<{ id: number }>('SELECT id FROM files WHERE folder = ? AND path = ?', folder, path)
    if (known === undefined) return false // perhaps a folder
    removeFile(db, known.id)
    orphans.left()
  }
  return true
}

function isLeftOut(root: string, path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  if (parts.includes('..') || parts.includes('')) return true
  if (isPassedOver(name) || parts.slice(0, -1).some(isPassedOverFolder)) return true
  let rules = ignoreRules(root)
  return parts.some((_, index) => {
    const here = parts.slice(0, index + 1).join('/')
    const isLast = index === parts.length - 1
    const leavesOut = rules.leavesOut(isLast ? here : `${here}/`)
    if (!isLast) rules = rules.below(here)
    return leavesOut
  })
}
