import { readdirSync, readFileSync } from 'node:fs'
import { MARK_VARIABLE } from '../../../src/main/mcp/adapters/marked-processes'

/** Every process that was started for a server by whoever has written `pids`, or by any of those; only Linux tells. */
export function aliveWith(marks: readonly string[]): readonly number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => marks.some((mark) => environmentOf(pid).includes(`${MARK_VARIABLE}=${mark}`))).map(Number)
}

export const marksIn = (pids: string): readonly string[] => (JSON.parse(readFileSync(pids, 'utf8')) as readonly { readonly mark: string }[]).map(({ mark }) => mark)

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return ''
  }
}
