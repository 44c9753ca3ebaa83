import type { Output } from './script'

/** Arguments as they are typed, so that broken ones can be tried too. */
const CALL = /^\/call[ \t]+(\S+)(?:[ \t]+(.*))?$/

const WISH = /^\/hosted[ \t]+(\S+)[ \t]+(\S+)(?:[ \t]+(.*))?$/

const outputOf = (line: string): Output => {
  const [, serverLabel, tool, given = '{}'] = WISH.exec(line) ?? []
  if (serverLabel !== undefined && tool !== undefined) return { kind: 'mcp-approval-request', serverLabel, name: tool, arguments: given }
  const [, name, json = '{}'] = CALL.exec(line) ?? []
  return name === undefined ? { kind: 'say', text: line, phase: 'commentary' } : { kind: 'function-call', name, arguments: json }
}

/**
 * Practice's own small language: each line `/call TOOL JSON` of a typed question asks for a tool, `/hosted LABEL TOOL
 * JSON` for leave to use one of a server that the voice server is connected to, and every other line is said, in that
 * order, in one response. Null: there is no call in it.
 */
export const readTypedCalls = (text: string): readonly Output[] | null => {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return lines.some((line) => CALL.test(line) || WISH.test(line)) ? lines.map(outputOf) : null
}
