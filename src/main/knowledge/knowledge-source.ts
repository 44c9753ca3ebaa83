import { z } from 'zod'
import { say } from '../../shared/words/say'
import type { KnowledgeFound, KnowledgePassage } from '../../shared/knowledge/passages'
import { type BuiltInTool, builtInTool, failed, sourceOf } from '../tools/core/built-in/built-in-tool'
import type { Json, ToolSource } from '../tools/core/tool'
import { letterOf } from './core/cite'
import type { KnowledgeIndex } from './core/ports'
import type { Given } from './given'

export interface KnowledgeToolParts {
  readonly index: Pick<KnowledgeIndex, 'search' | 'around'>
  readonly given: Given
  /** There is a folder to look into. */
  readonly isThere: () => boolean
  /** Some of it is not read yet. */
  readonly isReading: () => boolean
  /** The question may have left for embedding. */
  readonly searched: () => void
}

const UNTRUSTED = 'your files'
const FAILED = 'The index of the folders failed; it is tried again with the next question.'

/** What the model may ask of the folders. Without one there is nothing to ask. */
export function knowledgeTools(parts: KnowledgeToolParts): ToolSource & { readonly listChanged: () => void } {
  const source = sourceOf('Parley', [searchKnowledge(parts), readKnowledge(parts)])
  const heard = new Set<() => void>()
  return {
    ...source,
    list: () => (parts.isThere() ? source.list() : []),
    changed: (tell) => {
      heard.add(tell)
      return () => void heard.delete(tell)
    },
    listChanged: () => heard.forEach((tell) => tell()),
  }
}

function searchKnowledge({ index, given, isReading, searched }: KnowledgeToolParts): BuiltInTool {
  let searches = 0
  return builtInTool({
    name: 'search_knowledge',
    description: "Finds passages in the person's own documents. Say which file an answer is from, and end it with the cite in brackets, as [A1]. If nothing fits, say so.",
    input: z.strictObject({ query: z.string().min(1).max(500).describe('What is asked, in its words'), file: z.string().max(200).optional().describe('Part of a file name') }),
    level: 0,
    effect: 'read',
    untrusted: UNTRUSTED,
    run: async ({ query, file = null }, request) => {
      const letter = letterOf(searches)
      searches += 1
      const take = given.taking(request.private)
      const found = await index.search({ text: query, file, letter, private: request.private })
      searched()
      if (!found.ok) return failed(FAILED, true)
      take(found.value.passages)
      return { kind: 'done', output: toldOf(found.value, isReading()), said: saidOf(found.value), passages: found.value.passages }
    },
  })
}

const passageFor = ({ cite, file, page, heading, text }: KnowledgePassage): Json => ({ cite, file, ...(page === null ? {} : { page }), ...(heading === null ? {} : { heading }), text })

function toldOf({ mode, passages }: KnowledgeFound, reading: boolean): Json {
  const note = reading ? { note: 'Some files are not read yet.' } : {}
  return passages.length === 0 ? { mode, passages: [], found: 'nothing', ...note } : { mode, passages: passages.map(passageFor), ...note }
}

function saidOf({ passages }: KnowledgeFound): string {
  const files = [...new Set(passages.map(({ file }) => file))]
  return files.length === 0 ? say('own-tools.found-nothing') : say('own-tools.found-in', { files: files.join(', ') })
}

function readKnowledge({ index, given }: KnowledgeToolParts): BuiltInTool {
  return builtInTool({
    name: 'read_knowledge',
    description: 'Reads on in the file of a passage that search_knowledge gave.',
    input: z.strictObject({ cite: z.string().min(1).max(12), part: z.enum(['around', 'before', 'after']).optional() }),
    level: 0,
    effect: 'read',
    untrusted: UNTRUSTED,
    run: async ({ cite, part = 'around' }) => {
      const passage = given.find(cite)
      if (passage === null) return failed('No passage of that name was given; search first.')
      const read = await index.around(passage, part === 'around' ? 'here' : part)
      if (!read.ok) return failed(FAILED, true)
      if (read.value === null) return failed(`${passage.file} has changed or is gone, or there is no more of it there; search again.`)
      const { text, page, heading, before, after } = read.value
      return { kind: 'done', output: { cite, file: passage.file, page, heading, text, more: { before, after } }, said: say('own-tools.read-on', { file: passage.file }) }
    },
  })
}
