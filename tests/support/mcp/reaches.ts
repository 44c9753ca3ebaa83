import { join } from 'node:path'
import type { ResolvedReach } from '../../../src/main/mcp/core/messages'

const root = join(import.meta.dirname, '..', '..', '..')
const stdio = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ResolvedReach => ({ kind: 'stdio', command: process.execPath, args: [...args], cwd: root, env: { ...env } })

/** The hostile one, with switches. */
export const hostile = (switches: readonly string[], env: Readonly<Record<string, string>> = {}): ResolvedReach => stdio([join(import.meta.dirname, 'hostile-server.mjs'), ...switches], env)

const installed = (name: string): string => join(root, 'node_modules/@modelcontextprotocol', name, 'dist/index.js')

export const everything = (): ResolvedReach => stdio([installed('server-everything')])
export const everythingHttpEntry = installed('server-everything')
export const filesystem = (folder: string): ResolvedReach => stdio([installed('server-filesystem'), folder])
/** As `npx` is: it starts the server and waits for it. */
export const wrapped = (switches: readonly string[]): ResolvedReach => ({
  kind: 'stdio', command: '/bin/sh', args: ['-c', `"${process.execPath}" "${join(import.meta.dirname, 'hostile-server.mjs')}" ${switches.join(' ')}; true`], cwd: root, env: {},
})
