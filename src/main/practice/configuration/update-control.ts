import { afterComplaints, foreignName } from '../personalities/refusals'
import type { ClientEvent } from '../session/client-event'
import { errors, type ErrorBody } from '../session/errors'
import { isFields, type Fields } from '../session/fields'
import { restartVad } from '../input/input-control'
import { listMcpTools } from '../output/mcp-listing'
import { problemOf } from './problem'
import { mergeConfig, type SessionConfig } from './session-config'
import type { SessionContext } from '../session/session-context'
import { sessionSchema } from './session-schema'

/** Reasoning came with the 2.x models; on older ones the whole update is refused (docs/wire-facts.md, Session configuration). */
const REASONS = /^(gpt-realtime-2|practice)/

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const BARE: readonly (readonly ['input' | 'output', string])[] = [['input', 'transcription'], ['input', 'noise_reduction'], ['output', 'voice']]

/** Some servers refuse a field they do not know even where it is null. */
const bareProblem = (patch: Fields): ErrorBody | null => {
  const named = BARE.find(([side, field]) => {
    const audio = patch['audio']
    const part = isFields(audio) ? audio[side] : null
    return isFields(part) && field in part
  })
  return named === undefined ? null : errors.unknownParameter(`session.audio.${named.join('.')}`)
}

const isWrong = (server: Fields): boolean => {
  const places = ['server_url', 'tunnel_id', 'connector_id'].filter((name) => server[name] !== undefined)
  const headers = server['headers']
  return places.length !== 1 || (server['authorization'] !== undefined && isFields(headers) && headers['Authorization'] !== undefined)
}

/** One place and one key for each, and each label once. */
const hostedProblem = ({ tools }: SessionConfig): ErrorBody | null => {
  const servers = tools.filter((tool) => tool['type'] === 'mcp')
  if (servers.some(isWrong)) return errors.invalidValue('session.tools', 'An MCP tool has exactly one of server_url, tunnel_id and connector_id, and one authorization.')
  return new Set(servers.map((server) => server['server_label'])).size < servers.length ? errors.invalidValue('session.tools', 'Duplicate MCP server_label.') : null
}

/** What may not change any more, although its value is fine in itself (docs/wire-facts.md, Session configuration). */
const lockProblem = (context: SessionContext, next: SessionConfig): ErrorBody | null => {
  const { config } = context
  if (context.hasSpoken && !same(next.audio.output.voice, config.audio.output.voice)) return errors.voiceLocked()
  if (next.audio.input.turn_detection?.type === 'semantic_vad' && context.faults.has('no-semantic-vad'))
    return errors.invalidValue('session.audio.input.turn_detection.type', 'Only server_vad is supported.')
  if (next.audio.input.turn_detection?.type === 'server_vad' && context.faults.has('no-server-vad'))
    return errors.invalidValue('session.audio.input.turn_detection.type', 'Only semantic_vad is supported.')
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

/** Names of its own are no fault. */
const tolerated = ({ faults }: SessionContext, patch: Fields): Fields => {
  const audio = patch['audio']
  if (!faults.has('own-names-only') || !isFields(audio) || !isFields(audio['output'])) return patch
  return { ...patch, audio: { ...audio, output: { ...audio['output'], voice: 'marin' } } }
}

/** All or nothing: one bad field and nothing of the update counts. */
export const updateSession = (context: SessionContext, { fields }: ClientEvent): ErrorBody | null => {
  const patch: Fields | null = isFields(fields['session']) ? fields['session'] : null
  if (patch === null) return errors.missingParameter('session')
  const problem = foreignName(context, patch) ?? problemOf(sessionSchema, tolerated(context, patch), 'session') ?? (context.faults.has('bare-session') ? bareProblem(patch) : null)
  if (problem !== null) return problem
  const next = mergeConfig(context.config, afterComplaints(context, patch))
  const locked = hostedProblem(next) ?? lockProblem(context, next)
  if (locked !== null) return locked
  apply(context, next)
  return null
}
