import type { Tool, ToolSource } from '../../src/main/tools/core/tool'
import { ok } from '../../src/shared/result'

const named = (name: string): Tool => ({
  definition: { type: 'function', name, description: `Does ${name}.`, parameters: { type: 'object', properties: {}, additionalProperties: false } },
  level: 0, title: name, explanation: `Does ${name}.`, effect: 'read', isOwn: false, untrusted: null, check: () => ok({}),
})

/** Tools of these names, which nobody calls. */
export class FakeToolSource implements ToolSource {
  readonly name = 'Fake'
  private readonly heard = new Set<() => void>()

  constructor(private names: readonly string[]) {}

  list(): readonly Tool[] {
    return this.names.map(named)
  }

  call(): never {
    throw new Error('nobody is to call it')
  }

  changed(heard: () => void): () => void {
    this.heard.add(heard)
    return () => void this.heard.delete(heard)
  }

  lists(...names: readonly string[]): void {
    this.names = names
    for (const each of this.heard) each()
  }
}
