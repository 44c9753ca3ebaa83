import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loginShellPath } from '../../../src/main/mcp/adapters/process/login-shell-path'

/** A shell whose files print whatever they like before the command is run, as people's do. */
function shell(files: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'parley-shell-')), 'shell')
  writeFileSync(path, `#!/bin/sh\n${files}\nshift\nexec /bin/sh -c "$1"\n`)
  chmodSync(path, 0o755)
  return path
}

test('the PATH of the login shell, whatever its files print before and behind', async () => {
  expect(await loginShellPath(shell('echo "Welcome, PATH=/wrong"; export PATH="/opt/homebrew/bin:$PATH"; trap "echo bye" EXIT'))).toBe(`/opt/homebrew/bin:${process.env['PATH'] ?? ''}`)
})

test('a shell that waits for something, ends or is not there says nothing, and holds nobody up', async () => {
  const before = Date.now()
  expect(await loginShellPath(shell('sleep 60'), 300)).toBeNull()
  expect(await loginShellPath(shell('exit 1'))).toBeNull()
  expect(await loginShellPath('/no/such/shell')).toBeNull()
  expect(Date.now() - before).toBeLessThan(5_000)
})
