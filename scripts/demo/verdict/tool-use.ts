import { err, ok, type Result } from '../../../src/shared/result'
import { serverEvents } from './moments'
import { isFields, textIn, type Trace, type WireEvent } from '../trace'
import { transcriptOf } from '../transcript'

/** How long a tool took, and how long the person then waited for a sound. Null: none was asked for. */
export interface ToolUse {
  /** From the end of the answer that asks for it to its output. */
  readonly toolMs: number | null
  /** From there to the first sound of the answer. */
  readonly toolToSoundMs: number | null
}

const isCall = (item: unknown): boolean => isFields(item) && item['type'] === 'function_call' && item['status'] === 'completed'

const hasCalls = ({ event: { response } }: { readonly event: WireEvent }): boolean =>
  isFields(response) && Array.isArray(response['output']) && response['output'].some(isCall)

interface Told {
  readonly at: number
  readonly output: string
}

const outputsAfter = ({ wire }: Trace, since: number): readonly Told[] =>
  wire.flatMap(({ at, from, event: { item } }) =>
    from === 'client' && at >= since && isFields(item) && item['type'] === 'function_call_output' ? [{ at, output: textIn(item, 'output') }] : [])

interface Use {
  readonly askedAt: number
  readonly told: Told | undefined
}

const firstUse = (trace: Trace): Use | null => {
  const asked = serverEvents(trace, 'response.done').find(hasCalls)
  return asked === undefined ? null : { askedAt: asked.at, told: outputsAfter(trace, asked.at)[0] }
}

/** In ms, to the tenth. */
const between = (from: number | undefined, to: number | undefined): number | null =>
  from === undefined || to === undefined ? null : Math.round((to - from) * 10) / 10

export function toolUseOf(trace: Trace): ToolUse {
  const use = firstUse(trace)
  const told = use?.told?.at
  const sound = told === undefined ? undefined : trace.marks.find(({ at, name }) => name === 'playbackStarted' && at >= told)
  return { toolMs: between(use?.askedAt, told), toolToSoundMs: between(told, sound?.at) }
}

/** More than the first words of an output is not said of a long one. */
const HEARD_CHARS = 40

const isResult = (output: string): boolean => {
  try {
    const read: unknown = JSON.parse(output)
    return !(isFields(read) && ('error' in read || 'why' in read))
  } catch {
    return false // Parley's own tools answer in JSON
  }
}

/** What the tool said; an error says why there is nothing. */
export function toolResult(trace: Trace): Result<string, string> {
  const use = firstUse(trace)
  if (use === null) return err('No tool was asked for.')
  if (use.told === undefined) return err('The tool gave no output.')
  const { output } = use.told
  return isResult(output) ? ok(output) : err(`The tool was not used; its output says: ${output}`)
}

/** What speaks against a run that was to use a tool. */
export function toolFaults(trace: Trace): string[] {
  const result = toolResult(trace)
  if (!result.ok) return [result.error]
  const said = transcriptOf(trace.wire).assistant ?? ''
  return said.includes(result.value.slice(0, HEARD_CHARS)) ? [] : ['The answer does not tell what the tool said.']
}
