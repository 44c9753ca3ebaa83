import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { systemTimers } from '../../../src/main/platform/adapters/system-timers'
import type { Tool, ToolSource } from '../../../src/main/tools/core/tool'
import { createToolsFeature } from '../../../src/main/tools/tools-feature'
import { fakeToolsWorld } from '../../fakes/fake-tools-world'
import type { PracticeOptions } from '../../support/practice/practice-server'
import { startEngine } from './engine'

/** The tools over the engine over a real socket; cards, keys and the store of actions are played. */
export async function startWithTools(sources: readonly ToolSource[], options: PracticeOptions = {}, world: { readonly shortestLifeMs?: number } = {}) {
  const fakes = fakeToolsWorld(systemTimers, sources)
  const feature = createToolsFeature(fakes.world)
  const engine = await startEngine(feature.extensions ?? [], options, world)
  await feature.start?.(engine.sut)
  return { ...engine, ...fakes, feature, tools: () => feature.view().tools }
}

export type WithTools = Awaited<ReturnType<typeof startWithTools>>

/** What a tool has done, one line each, in a file: nothing in memory can count twice or forget. */
export function counterFile() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-tools-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'count')
  return { add: (line: string) => appendFileSync(path, `${line}\n`), lines: () => (existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []) }
}

/** Takes so long; a read that is aborted ends at once. What it did is in the file. */
export function slowSource(tool: Tool, ms: number, done: (line: string) => void): ToolSource {
  return {
    name: 'Test',
    list: () => [tool],
    call: ({ signal, arguments: args }) =>
      new Promise((end) => {
        const timer = setTimeout(() => {
          done(JSON.stringify(args))
          end({ kind: 'done', output: 'written', said: 'Written.' })
        }, ms)
        if (tool.effect === 'read') signal.addEventListener('abort', () => {
          clearTimeout(timer)
          end({ kind: 'failed', error: 'stopped', retry: true })
        })
      }),
  }
}
