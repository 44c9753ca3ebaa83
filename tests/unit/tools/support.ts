import type { Json, JsonObject, Tool, ToolOutcome, ToolRequest, ToolSource } from '../../../src/main/tools/core/tool'
import { err, ok } from '../../../src/shared/result'

const isObject = (given: Json): given is JsonObject => typeof given === 'object' && given !== null && !Array.isArray(given)

/** Takes any object. */
export const plainTool = (change: Partial<Tool> = {}, name = 'look'): Tool => ({
  definition: { type: 'function', name, description: '', parameters: {} },
  level: 0,
  title: `Do ${name}`,
  explanation: 'For tests.',
  effect: 'read',
  isOwn: false,
  untrusted: null,
  check: (given) => (isObject(given) ? ok(given) : err('An object is needed.')),
  ...change,
})

export interface OpenRun {
  readonly request: ToolRequest
  readonly end: (outcome: ToolOutcome) => void
}

/** Tools whose runs a test ends by hand. It counts what ran. */
export class HandRunSource implements ToolSource {
  readonly name = 'Test'
  readonly runs: OpenRun[] = []
  readonly undone: string[] = []

  constructor(private readonly tools: readonly Tool[]) {}

  list(): readonly Tool[] {
    return this.tools
  }

  call(request: ToolRequest): Promise<ToolOutcome> {
    return new Promise((end) => this.runs.push({ request, end }))
  }

  async undo({ data }: { readonly data: string }): Promise<boolean> {
    this.undone.push(data)
    return data !== 'gone'
  }
}

export const saidDone = (output: Json = 'done', more: object = {}): ToolOutcome => ({ kind: 'done', output, said: 'Done.', ...more })
