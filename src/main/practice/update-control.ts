import { isFields, type Fields } from './checks'
import type { ClientEvent } from './client-event'
import { errors, type ErrorBody } from './errors'
import { restartVad } from './input-control'
import { listMcpTools } from './mcp-listing'
import { mergeConfig, type SessionConfig } from './session-config'
import type { SessionContext } from './session-context'
import { checkSession } from './session-schema'

/** Reasoning came with the 2.x models; on older ones the whole update is refused (reference §3.1). */
const REASONS = /^(gpt-realtime-2|practice)/

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What may not change any more, although its value is fine in itself (reference §3.4). */
const lockProblem = (context: SessionContext, next: SessionConfig): ErrorBody | null => {
  const { config } = context
  if (context.hasSpoken && !same(next.audio.output.voice, config.audio.output.voice)) return errors.voiceLocked()
  if (next.audio.input.turn_detection?.type === 'semantic_vad' && context.faults.has('no-semantic-vad'))
    return errors.invalidValue('session.audio.input.turn_detection.type', 'Only server_vad is supported.')
  if (config.tracing !== null && !same(next.tracing, config.tracing))
    return errors.invalidValue('session.tracing', 'Tracing cannot be changed once it is enabled.')
  return next.reasoning !== undefined && !REASONS.test(context.model) ? errors.reasoningUnsupported(context.model) : null
}

const apply = (context: SessionContext, next: SessionConfig): void => {
  const before = context.config
  context.config = next
  if (!same(before.audio.input.turn_detection, next.audio.input.turn_detection)) {
    context.idle = null
    restartVad(context)
  }
  if (!context.faults.has('no-update-ack')) context.emit({ type: 'session.updated', session: next })
  listMcpTools(context, before.tools)
}

/** All or nothing: one bad field and nothing of the update counts. */
export const updateSession = (context: SessionContext, { fields }: ClientEvent): ErrorBody | null => {
  const patch: Fields | null = isFields(fields['session']) ? fields['session'] : null
  if (patch === null) return errors.missingParameter('session')
  const problem = checkSession(patch, 'session')
  if (problem !== null) return problem
  const next = mergeConfig(context.config, patch)
  const locked = lockProblem(context, next)
  if (locked !== null) return locked
  apply(context, next)
  return null
}
