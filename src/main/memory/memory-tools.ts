import { z } from 'zod'
import { MAX_FACT_CHARS, type RememberedFact } from '../../shared/memory'
import { plainLine } from '../../shared/text/plain-line'
import { say } from '../../shared/words/say'
import type { WallClock } from '../platform/ports'
import { type BuiltInTool, builtInTool, failed, sourceOf } from '../tools/core/built-in/built-in-tool'
import type { ToolRequest, ToolSource } from '../tools/core/tool'
import type { FactRecords } from './core/ports'

export interface MemoryToolParts {
  readonly facts: FactRecords
  readonly clock: WallClock
}

const UNDO_MS = 600_000

const remember = ({ facts }: MemoryToolParts): BuiltInTool =>
  builtInTool({
    name: 'remember',
    description: 'Keeps a short fact or wish for later talks. Only when the person asks for it.',
    input: z.strictObject({ text: z.string().min(1).max(MAX_FACT_CHARS).describe('One sentence'), kind: z.enum(['fact', 'wish']).optional() }),
    level: 2,
    effect: 'write',
    isOwn: true,
    run: async ({ text, kind = 'fact' }, request) => {
      const refusal = refused(facts, request)
      if (refusal !== null) return failed(refusal)
      const added = await facts.add({ text: plainLine(text).trim(), kind, by: 'model' })
      if (!added.ok) return failed(added.error)
      const { fact, isNew } = added.value
      if (!isNew) return { kind: 'done', output: { remembered: fact.text, note: 'It was known already.' }, said: say('own-tools.known') }
      return { kind: 'done', output: { remembered: fact.text }, said: say('own-tools.remembered', { fact: fact.text }), undo: { kind: 'fact-kept', data: fact.id, until: null } }
    },
    undo: { kind: 'fact-kept', take: async (id) => (await facts.remove(id)).ok },
  })

const forget = ({ facts, clock }: MemoryToolParts): BuiltInTool =>
  builtInTool({
    name: 'forget',
    description: 'Deletes something remembered.',
    input: z.strictObject({ text: z.string().min(1).max(MAX_FACT_CHARS).describe('It, or words only it has') }),
    level: 2,
    effect: 'write',
    isOwn: true,
    run: async ({ text }, request) => {
      const refusal = refused(facts, request)
      if (refusal !== null) return failed(refusal)
      const [found, another] = matching(facts.list(), plainLine(text).trim())
      if (found === undefined) return failed('Nothing of that is remembered.')
      if (another !== undefined) return failed('Several things have these words; say more of the one that is meant.')
      const removed = await facts.remove(found.id)
      if (!removed.ok) return failed(removed.error)
      return { kind: 'done', output: { forgotten: found.text }, said: say('own-tools.forgot'), undo: { kind: 'fact-forgotten', data: found.id, until: clock() + UNDO_MS } }
    },
    undo: { kind: 'fact-forgotten', take: (id) => facts.putBack(id) },
  })

/** Who reads untrusted text would remember what it says; and a private conversation leaves nothing behind. */
function refused(facts: FactRecords, { private: isPrivate, taintedBy }: ToolRequest): string | null {
  if (!facts.isOn()) return 'Remembering is switched off in the settings.'
  if (isPrivate) return 'Nothing is remembered in a private conversation.'
  return taintedBy === null ? null : `Text from ${taintedBy} was read for this; ask again, and it can be remembered.`
}

/** The one that says exactly this, or all that have the words. */
function matching(facts: readonly RememberedFact[], words: string): readonly RememberedFact[] {
  const lower = words.toLowerCase()
  const same = facts.filter(({ text }) => text.toLowerCase() === lower)
  return same.length > 0 ? same : facts.filter(({ text }) => lower !== '' && text.toLowerCase().includes(lower))
}

/** What the model may do with them. */
export const memoryTools = (parts: MemoryToolParts): ToolSource => sourceOf('Parley', [remember(parts), forget(parts)])
