import { expect, test } from 'vitest'
import { NOT_APPROVED, NOT_AVAILABLE, NOT_RUN, toolWords } from '../../../../src/shared/text/tool-words'

const call = (output: string | null, name = 'clock') => ({ callId: 'call_1', name, arguments: '{}', output })

test.each([
  ['it grows', call(null), 'in-progress', 'Asks the tool “clock”…'],
  ['it was refused', call(NOT_AVAILABLE), 'done', 'The tool “clock” is not available here, so it was not used.'],
  ['the server asked for leave', call(NOT_APPROVED), 'done', 'The server asked to use the tool “clock”; Parley refused, so it was not used.'],
  ['it runs, or waits for a person', call(null), 'done', 'Asked the tool “clock”; no answer yet'],
  ['it was whole and not begun', call(NOT_RUN), 'done', 'The tool “clock” was not used.'],
  ['a person said no', call('{"status":"not_run","why":"The person said no."}'), 'done', 'The tool “clock” was not used.'],
  ['it was cut off', call(null), 'interrupted', 'The tool “clock” was not used.'],
  ['it was answered', call('12:00'), 'done', 'Asked the tool “clock”'],
  ['it has no name', call(NOT_AVAILABLE, ' '), 'done', 'A tool without a name is not available here, so it was not used.'],
  ['its name turns the line round, and has no end', call(null, `clo\u202eck\n${'k'.repeat(99)}`), 'interrupted', `The tool “clock ${'k'.repeat(58)}” was not used.`],
] as const)('a call is told in one line: %s', (_what, tool, status, words) => {
  expect(toolWords(tool, status)).toBe(words)
})
