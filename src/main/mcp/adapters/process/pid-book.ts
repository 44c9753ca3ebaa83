import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { birthOf } from '../process-birth'
import type { WrittenProcess } from '../written-process'

/**
 * Written down before anything else is done with a new process: whoever finds the file at the next start ends what is left. It is
 * small, and written in one go, so that a kill leaves the old or the new.
 */
export class PidBook {
  private readonly written = new Map<number, WrittenProcess>()

  constructor(private readonly path: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  }

  get all(): readonly WrittenProcess[] {
    return [...this.written.values()]
  }

  add(pid: number, mark: string): void {
    this.written.set(pid, { pid, mark, born: null })
    this.save()
    void this.addBirth(pid, mark)
  }

  remove(pid: number): void {
    if (this.written.delete(pid)) this.save()
  }

  /** Where processes carry no mark, they are known by when they began; asking that takes a while. */
  private async addBirth(pid: number, mark: string): Promise<void> {
    const born = await birthOf(pid)
    if (born === null || this.written.get(pid)?.mark !== mark) return
    this.written.set(pid, { pid, mark, born })
    this.save()
  }

  private save(): void {
    const fresh = `${this.path}.new`
    writeFileSync(fresh, JSON.stringify([...this.written.values()]), { mode: 0o600 })
    renameSync(fresh, this.path)
  }
}
