import type { ServerConfig } from '../../../shared/mcp/servers'
import type { Json } from '../../tools/core/tool'
import { canonical } from './walk'

/** What was confirmed of a server: with another command or address it is another server, and each of its tools another tool. */
export const entryText = ({ id, reach }: ServerConfig): string => canonical([id, reach] as Json)
