import { z } from 'zod'
import { MAX_FACT_CHARS, type RememberedFact } from '../memory'
import { type Answered, channel } from './channel'

const Id = z.string().min(1).max(64)

/** What is remembered, for its page in the history window. */
export const MemoryAsks = {
  'memory:list': channel(z.tuple([]), 'history'),
  /** In the person's own words. */
  'memory:edit': channel(z.tuple([Id, z.string().trim().min(1).max(MAX_FACT_CHARS)]), 'history'),
  'memory:remove': channel(z.tuple([Id]), 'history'),
  /** One that was removed a moment ago. */
  'memory:put-back': channel(z.tuple([Id]), 'history'),
  /** Main asks the person. */
  'memory:remove-all': channel(z.tuple([]), 'history'),
  /** Main asks where to. */
  'memory:export': channel(z.tuple([]), 'history'),
  'memory:switch': channel(z.tuple([z.boolean()]), 'history'),
} as const

export interface MemoryList {
  readonly on: boolean
  /** Newest first. */
  readonly facts: readonly RememberedFact[]
  /** Why what was asked for was not done, as a sentence; null: it was. */
  readonly refusal: string | null
}

export interface MemoryAnswers {
  'memory:list': MemoryList
  'memory:edit': MemoryList
  'memory:remove': MemoryList
  'memory:put-back': MemoryList
  'memory:remove-all': MemoryList
  /** Null: the person chose no file. */
  'memory:export': { readonly path: string; readonly facts: number } | null
  'memory:switch': MemoryList
}

export interface MemoryApi {
  memory(): Answered<MemoryList>
  editFact(fact: string, text: string): Answered<MemoryList>
  removeFact(fact: string): Answered<MemoryList>
  putBackFact(fact: string): Answered<MemoryList>
  removeAllFacts(): Answered<MemoryList>
  exportFacts(): Answered<MemoryAnswers['memory:export']>
  switchMemory(on: boolean): Answered<MemoryList>
}
