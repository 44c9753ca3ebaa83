import type { FunctionDefinition, Tool } from '../../tools/core/tool'

const MOST = 8
/** A word in a name says more than one in a description. */
const IN_NAME = 3

const words = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)

const scoreOf = ({ name, description }: FunctionDefinition, wanted: readonly string[]): number => {
  const [inName, inText] = [name.toLowerCase(), description.toLowerCase()]
  return wanted.reduce((sum, word) => sum + (inName.includes(word) ? IN_NAME : 0) + (inText.includes(word) ? 1 : 0), 0)
}

/** Those that fit what is looked for best; of equals the first. */
export function foundTools(tools: readonly Tool[], query: string): readonly FunctionDefinition[] {
  const wanted = words(query)
  const scored = tools.map(({ definition }) => ({ definition, score: scoreOf(definition, wanted) }))
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, MOST).map(({ definition }) => definition)
}
