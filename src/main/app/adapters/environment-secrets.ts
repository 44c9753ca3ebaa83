import { existsSync, statSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { parseEnv } from 'node:util'
import { readText } from './text-file'

const VARIABLE = 'OPENAI_API_KEY'
const ORIGIN = 'wss://api.openai.com'
const READ_OR_WRITTEN_BY_OTHERS = 0o066

export interface EnvironmentOptions {
  /** `--secrets-on-stdin`: the starter took the key out of its own environment and hands it over in private. */
  readonly onStdin: boolean
  /** A `.env` file beside the sources; null in a packaged app, which reads none. */
  readonly dotEnvPath: string | null
  /** It is there and cannot be read, as a folder cannot: then it holds no key. */
  readonly unreadable: (cause: unknown) => void
  /** It holds a key, and not only its person may read or change it. */
  readonly open: () => void
}

/**
 * A developer's key, by origin. It never comes by this process's environment: every child of Chromium inherits that, and
 * the first of them is forked before any code of ours runs. `npm start` therefore passes it on over standard input.
 */
export async function readEnvironmentSecrets(options: EnvironmentOptions): Promise<Readonly<Record<string, string>>> {
  delete process.env['OPENAI_API_KEY']
  const handed = options.onStdin ? parseEnv(await text(process.stdin)) : {}
  const written = fromFile(options) // also where it is not used: an open file is told
  const secret = (handed[VARIABLE] ?? written)?.trim()
  return secret === undefined || secret === '' ? {} : { [ORIGIN]: secret }
}

/** Windows keeps no such modes: there every file would seem open. */
const isOpen = (path: string): boolean => process.platform !== 'win32' && (statSync(path).mode & READ_OR_WRITTEN_BY_OTHERS) !== 0

function fromFile({ dotEnvPath, unreadable, open }: EnvironmentOptions): string | undefined {
  try {
    const secret = dotEnvPath !== null && existsSync(dotEnvPath) ? parseEnv(readText(dotEnvPath))[VARIABLE] : undefined
    if (dotEnvPath !== null && secret !== undefined && isOpen(dotEnvPath)) open()
    return secret
  } catch (cause) {
    unreadable(cause)
    return undefined
  }
}
