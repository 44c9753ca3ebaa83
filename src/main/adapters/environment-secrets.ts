import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { parseEnv } from 'node:util'
import { readText } from './text-file'

const VARIABLE = 'OPENAI_API_KEY'
const ORIGIN = 'wss://api.openai.com'

export interface EnvironmentOptions {
  /** `--secrets-on-stdin`: the starter took the key out of its own environment and hands it over in private. */
  readonly onStdin: boolean
  /** A `.env` file beside the sources; null in a packaged app, which reads none. */
  readonly dotEnvPath: string | null
  /** It is there and cannot be read, as a folder cannot: then it holds no key. */
  readonly unreadable: (cause: unknown) => void
}

/**
 * A developer's key, by origin. It never comes by this process's environment: every child of Chromium inherits that, and
 * the first of them is forked before any code of ours runs. `npm start` therefore passes it on over standard input.
 */
export async function readEnvironmentSecrets(options: EnvironmentOptions): Promise<Readonly<Record<string, string>>> {
  delete process.env['OPENAI_API_KEY']
  const handed = options.onStdin ? parseEnv(await text(process.stdin)) : {}
  const secret = (handed[VARIABLE] ?? fromFile(options))?.trim()
  return secret === undefined || secret === '' ? {} : { [ORIGIN]: secret }
}

function fromFile({ dotEnvPath, unreadable }: EnvironmentOptions): string | undefined {
  try {
    return dotEnvPath !== null && existsSync(dotEnvPath) ? parseEnv(readText(dotEnvPath))[VARIABLE] : undefined
  } catch (cause) {
    unreadable(cause)
    return undefined
  }
}
