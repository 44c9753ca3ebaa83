import { firstCharacters } from '../../../shared/text/characters'
import type { Json, ToolOutcome } from './tool'

/** A large result makes every later answer slower and dearer. */
export const MAX_OUTPUT_CHARS = 6_000

const capped = (text: string): string => {
  const kept = firstCharacters(text, MAX_OUTPUT_CHARS)
  return kept === text ? text : `${kept}\n${String(text.length - kept.length)} more characters; ask for a part`
}

const textOf = (output: Json): string => (typeof output === 'string' ? output : JSON.stringify(output))

/** What the model reads of a tool that ran. `source`: whose text is in it, which gives no orders; null: Parley's own. */
export function outputOf(outcome: ToolOutcome, source: string | null): string {
  if (outcome.kind === 'failed') {
    const { error, retry } = outcome
    return JSON.stringify(source === null ? { error: capped(error), retry } : { error: 'It failed.', retry, source, untrusted: true, text: capped(error) })
  }
  const text = capped(textOf(outcome.output))
  return source === null ? text : JSON.stringify({ source, untrusted: true, text })
}

/** It was not tried, and the same again is of no use. */
export const refusedOutput = (why: string): string => JSON.stringify({ error: why, retry: false })

export const notRunOutput = (why: string): string => JSON.stringify({ status: 'not_run', why })

/** It had begun to change something when it was told to stop, and never said how far it came. */
export const brokeOffOutput = (why: string): string => JSON.stringify({ status: 'broke_off', why, note: 'Nobody knows whether it was done.' })

/** It goes on; what comes of it is told later. */
export const jobOutput = (job: string): string => JSON.stringify({ status: 'running', job })

/** What is told later. */
export const jobResult = (job: string, title: string, outcome: ToolOutcome, source: string | null): string => `Result of job ${job} (${title}): ${outputOf(outcome, source)}`
