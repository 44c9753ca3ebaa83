import { z } from 'zod'
import { say } from '../../../../shared/words/say'
import { calculate as calculateExpression, MAX_EXPRESSION_CHARS } from '../../core/calculate/calculate'
import { type BuiltInTool, builtInTool, failed } from '../../core/built-in/built-in-tool'

export const calculate = (): BuiltInTool =>
  builtInTool({
    name: 'calculate',
    description: 'Calculates exactly, with units: + - * / ^ %, parentheses, sqrt.',
    input: z.strictObject({
      expression: z.string().min(1).max(MAX_EXPRESSION_CHARS).describe('"5 km + 300 m"'),
      to: z.string().max(32).optional().describe('Unit wanted: "mi", "km/h", "°F"'),
    }),
    level: 0,
    effect: 'read',
    run: ({ expression, to = '' }) => {
      const result = calculateExpression(expression, to.trim())
      if (!result.ok) return failed(result.error)
      const text = `${result.value.value} ${result.value.unit}`.trim()
      return { kind: 'done', output: { result: text }, said: say('own-tools.calculate-said', { result: text }) }
    },
  })
