import { citesIn } from '../../../src/shared/knowledge/naming'
import { FACT, FILE } from '../scenes/documents'
import { isFields, textIn, type Trace } from '../trace'
import { transcriptOf } from '../transcript'
import { toolResult } from './tool-use'

/** Which file an answer is from. */
export interface SourceUse {
  /** As the answer says it, of those it was given: "Lease.md [A1], of 2 passages". Null: none. */
  readonly source: string | null
}

interface Passage {
  readonly cite: string
  readonly file: string
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A stranger's text is wrapped once. */
function passagesIn(output: string): readonly Passage[] {
  const wrapped = parsed(output)
  const found = isFields(wrapped) ? parsed(textIn(wrapped, 'text')) : null
  const passages = isFields(found) && Array.isArray(found['passages']) ? found['passages'] : []
  return passages.filter(isFields).map((passage) => ({ cite: textIn(passage, 'cite'), file: textIn(passage, 'file') }))
}

function named(trace: Trace): { readonly first: Passage | undefined; readonly given: number } {
  const result = toolResult(trace)
  const passages = result.ok ? passagesIn(result.value) : []
  const { marked } = citesIn(transcriptOf(trace.wire).assistant ?? '')
  return { first: passages.find(({ cite }) => marked.includes(cite)), given: passages.length }
}

export function sourceOf(trace: Trace): SourceUse {
  const { first, given } = named(trace)
  return { source: first === undefined ? null : `${first.file} [${first.cite}], of ${String(given)} passage${given === 1 ? '' : 's'}` }
}

/** What speaks against a run whose answer was to come out of the folder. */
export function sourceFaults(trace: Trace): string[] {
  const result = toolResult(trace)
  if (!result.ok) return [result.error]
  const { first } = named(trace)
  const said = transcriptOf(trace.wire).assistant ?? ''
  return [
    ...(first?.file === FILE ? [] : ['The answer does not name the file it is from.']),
    ...(said.includes(FACT) ? [] : ['The answer does not say what stands in the file.']),
  ]
}
