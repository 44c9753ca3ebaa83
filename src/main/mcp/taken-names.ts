import type { ToolSource } from '../tools/core/tool'
import { isOfPair } from './many-tools'

/** Whether a tool of these is called so, or one of the two that stand for all: they may come at any time. */
export const isTakenBy = (sources: readonly ToolSource[]) => (name: string): boolean =>
  isOfPair(name) || sources.some((source) => source.list().some(({ definition }) => definition.name === name))
