import { getDefaultEnvironment } from '@modelcontextprotocol/client/stdio'
import { MARK_VARIABLE } from '../marked-processes'
import { loginShellPath } from './login-shell-path'

/** Asked once: a shell with all its files takes a second or two. */
let path: Promise<string | null> | null = null

/**
 * Only what every program may see, and what the entry names. On macOS a program that was not started in a terminal has a `PATH` of
 * four folders, in which no `npx` is; the person's login shell knows theirs.
 */
export async function serverEnvironment(own: Readonly<Record<string, string>>, mark: string): Promise<Record<string, string>> {
  if (process.platform === 'darwin') path ??= loginShellPath(process.env['SHELL'] ?? '/bin/zsh')
  const login = await path
  return { [MARK_VARIABLE]: mark, ...getDefaultEnvironment(), ...(login === null ? {} : { PATH: login }), ...own }
}
