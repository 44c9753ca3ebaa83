import type { Json, ToolOutcome, ToolRequest, ToolSource } from '../../../../../src/main/tools/core/tool'

/** What one call comes to, as the gate lets it through: checked first, and only what came out of that is run. */
export async function asked(source: ToolSource, name: string, given: Json, more: Partial<ToolRequest> = {}): Promise<ToolOutcome | { readonly kind: 'refused'; readonly error: string }> {
  const tool = source.list().find(({ definition }) => definition.name === name)
  if (tool === undefined) throw new Error(`no tool ${name}`)
  const checked = tool.check(given)
  if (!checked.ok) return { kind: 'refused', error: checked.error }
  return source.call({ name, arguments: checked.value, private: false, taintedBy: null, signal: new AbortController().signal, progress: () => undefined, ...more })
}

/** What the model reads, or what it is told instead. */
export function answer(outcome: Awaited<ReturnType<typeof asked>>): unknown {
  return outcome.kind === 'done' ? outcome.output : `${outcome.kind}: ${outcome.error}`
}

/** Arguments that no tool may take, whatever it is: types, numbers that JSON cannot mean, and names of every object. */
export const HOSTILE: readonly Json[] = [
  null,
  true,
  7,
  'now',
  [],
  [{}],
  JSON.parse('{"__proto__":{"zone":"Europe/Berlin"}}') as Json,
  { constructor: 'x' },
  { toString: 'x' },
  { '\u202eevil': 1 },
  { [`${'x'.repeat(10_000)}`]: 1 },
]
