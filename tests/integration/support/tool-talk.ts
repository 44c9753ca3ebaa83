import type { SessionReport } from '../../support/practice/session-report'

/** The same talk for every client: what is typed, and what it has to lead to. */
export const TYPED = ['One moment.\n/call clock {"zone":"UTC"}', '/call clock {"zone":"Mars"}', '/call clock {"zone":"UTC"}\n/call clock {"zone":"Asia/Tokyo"}', 'Thank you.'] as const

/** The tool of that talk. */
export const timeIn = (zone: string): string => ({ UTC: 'noon', 'Asia/Tokyo': 'nine in the evening' })[zone] ?? 'no such zone'

/** Of the answer to two calls clients ask at once or twice; the rest has no choice. */
export const OUTCOME = {
  calls: [
    ['{"zone":"UTC"}', 'noon'],
    ['{"zone":"Mars"}', 'no such zone'],
    ['{"zone":"UTC"}', 'noon'],
    ['{"zone":"Asia/Tokyo"}', 'nine in the evening'],
  ],
  said: ['One moment.', 'The tool answered: noon', 'The tool answered: no such zone', 'Thank you.'],
  errors: 0,
  openCalls: [],
} as const

/** What has become of it, as the model knows it. */
export function outcomeOf({ context, openCalls, sentTypes }: SessionReport) {
  const outputs = new Map(context.filter(({ type }) => type === 'function_call_output').map(({ callId, text }) => [callId, text]))
  const said = context.filter(({ role, text }) => role === 'assistant' && !/nine in the evening|noon; /.test(text))
  return {
    calls: context.filter(({ type }) => type === 'function_call').map(({ callId, text }) => [text, outputs.get(callId)]),
    said: [...new Set(said.map(({ text }) => text))],
    errors: sentTypes.filter((type) => type === 'error').length,
    openCalls,
  }
}
