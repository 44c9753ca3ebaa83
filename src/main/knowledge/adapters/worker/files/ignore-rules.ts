import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ignore, { type Ignore } from 'ignore'

const NAME = '.parleyignore'
/** More of it is not a list of rules. */
const MOST_CHARS = 100_000

/** Whether a path of a folder is left out, by the lists in it and in the folders above. `path` of a folder ends with `/`. */
export interface IgnoreRules {
  leavesOut(path: string): boolean
  /** With what the list in this folder says of everything below it; '' is the chosen folder itself. */
  below(folder: string): IgnoreRules
}

interface List {
  readonly under: string
  readonly rules: Ignore
}

export const ignoreRules = (root: string): IgnoreRules => rulesOf(root, []).below('')

function rulesOf(root: string, lists: readonly List[]): IgnoreRules {
  return {
    leavesOut: (path) => lists.some(({ under, rules }) => path.startsWith(under) && path.length > under.length && rules.ignores(path.slice(under.length))),
    below: (folder) => {
      const text = listIn(join(root, ...folder.split('/')))
      return text === null ? rulesOf(root, lists) : rulesOf(root, [...lists, { under: folder === '' ? '' : `${folder}/`, rules: ignore().add(text) }])
    },
  }
}

function listIn(folder: string): string | null {
  try {
    return readFileSync(join(folder, NAME), 'utf8').slice(0, MOST_CHARS)
  } catch {
    return null // there is none, or it is not ours to read
  }
}
