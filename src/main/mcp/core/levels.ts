import type { ToolLevel } from '../../../shared/tools/levels'
import type { ListedTool } from './messages'

/**
 * What a tool of a server may do is unknown: it reaches outside. An annotation is the server's own word: it makes a tool stricter
 * ("this destroys"), never milder ("this only reads").
 */
export const defaultLevel = ({ destructive }: Pick<ListedTool, 'destructive'>): ToolLevel => (destructive ? 4 : 3)
