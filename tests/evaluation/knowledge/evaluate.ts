import type { KnowledgeIndex } from '../../../src/main/knowledge/core/ports'
import type { KnowledgePassage } from '../../../src/shared/knowledge/passages'
import { type EvaluationQuestion, questions } from './corpus'

export interface Figures {
  readonly questions: number
  /** Share of those with an answer whose file, and page, is among five passages. */
  readonly successAt5: number
  /** Mean of one by the rank of the first right passage. */
  readonly mrr: number
  /** Share of those with an answer whose heading is there, too, where the file has some. */
  readonly placeAt5: number
  /** Share of those that nothing answers for which nothing is given. */
  readonly honestNothing: number
  /** Share of those with an answer for which nothing is given. */
  readonly wrongNothing: number
  readonly cpuMsEach: number
}

interface Asked {
  readonly question: EvaluationQuestion
  readonly passages: readonly KnowledgePassage[]
  readonly cpuMs: number
}

async function ask(index: KnowledgeIndex, question: EvaluationQuestion): Promise<Asked> {
  const before = process.cpuUsage()
  const found = await index.search({ text: question.text, file: null, letter: 'A', private: true })
  const { user, system } = process.cpuUsage(before)
  if (!found.ok) throw new Error(`${question.text}: ${found.error.tag}`)
  return { question, passages: found.value.passages.slice(0, 5), cpuMs: (user + system) / 1_000 }
}

/** From 0; -1: it is not there. */
const rankOf = ({ question, passages }: Asked): number => passages.findIndex(({ path, page }) => path === question.file && (question.page === null || page === question.page))

const hasPlace = ({ question: { heading }, passages }: Asked, rank: number): boolean => {
  const passage = passages[rank]
  return passage !== undefined && (heading === null || `${passage.heading ?? ''} ${passage.text}`.includes(heading))
}

const mean = (values: readonly number[]): number => Math.round((values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)) * 1_000) / 1_000

function figuresOf(all: readonly Asked[]): Figures {
  const answered = all.filter(({ question }) => question.file !== null)
  const ranks = answered.map(rankOf)
  const nothing = all.filter(({ question }) => question.file === null)
  return {
    questions: all.length,
    successAt5: mean(ranks.map((rank) => Number(rank >= 0))),
    mrr: mean(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))),
    placeAt5: mean(answered.map((each, at) => Number(hasPlace(each, ranks[at] ?? -1)))),
    honestNothing: mean(nothing.map(({ passages }) => Number(passages.length === 0))),
    wrongNothing: mean(answered.map(({ passages }) => Number(passages.length === 0))),
    cpuMsEach: mean(all.map(({ cpuMs }) => cpuMs)),
  }
}

export interface Evaluation {
  readonly dev: Figures
  readonly test: Figures
  /** Questions with an answer whose file was not found. */
  readonly missed: readonly string[]
}

/** One after the other, as people ask. */
export async function evaluate(index: KnowledgeIndex): Promise<Evaluation> {
  const asked: Asked[] = []
  for (const question of questions()) asked.push(await ask(index, question))
  const half = (name: EvaluationQuestion['half']) => figuresOf(asked.filter(({ question }) => question.half === name))
  return { dev: half('dev'), test: half('test'), missed: asked.filter((each) => each.question.file !== null && rankOf(each) < 0).map(({ question }) => `${question.text} → ${question.file ?? ''}`) }
}
