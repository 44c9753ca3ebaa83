import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { decode } from '../../reader/decode'

const NAME = '.parleyignore'
/** More of it is not a list of rules. */
const MOST_BYTES = 100_000
/** Each more of them in one line makes a deep path as many times as slow to judge as it is deep. */
const MOST_WILD = { folders: 3, stars: 8 } as const

/** Whether a path of a folder is left out, by the lists in it and in the folders above. `path` of a folder ends with `/`. */
export interface IgnoreRules {
  leavesOut(path: string): boolean
  /** With what the list in this folder says of everything below it; '' is the chosen folder itself. */
  below(folder: string): IgnoreRules
}

interface List {
  readonly under: string
  readonly rules: Pick<Ignore, 'ignores'>
}

/** Of a list that cannot be read, or not in a moment: what somebody wanted to have left out must not be read. */
const EVERYTHING: List['rules'] = { ignores: () => true }

export const ignoreRules = (root: string): IgnoreRules => rulesOf(root, []).below('')

function rulesOf(root: string, lists: readonly List[]): IgnoreRules {
  return {
    leavesOut: (path) => lists.some(({ under, rules }) => path.startsWith(under) && path.length > under.length && rules.ignores(path.slice(under.length))),
    below: (folder) => {
      const rules = listIn(join(root, ...folder.split('/')))
      return rules === null ? rulesOf(root, lists) : rulesOf(root, [...lists, { under: folder === '' ? '' : `${folder}/`, rules }])
    },
  }
}

/** A line of stars under a heading is a comment. */
const isSlow = (line: string): boolean => !line.startsWith('#') && (line.split('**').length - 1 > MOST_WILD.folders || line.split('*').length - 1 > MOST_WILD.stars)

/** Null: there is none. */
function listIn(folder: string): List['rules'] | null {
  try {
    const text = textOf(join(folder, NAME))
    return text === null || text.split('\n').some(isSlow) ? EVERYTHING : ignore().add(text)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : EVERYTHING
  }
}

/** Null: it is a pipe or a device, which may have no end, or too long. In the encoding of whoever wrote it: shells of Windows write UTF-16. */
function textOf(path: string): string | null {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(file)
    return stats.isFile() && stats.size <= MOST_BYTES ? decode(readFileSync(file)) : null
  } finally {
    closeSync(file)
  }
}
