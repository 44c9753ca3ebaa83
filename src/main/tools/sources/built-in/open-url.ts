import { z } from 'zod'
import type { OpenerPort } from '../../core/built-in/ports'
import { type BuiltInTool, builtInTool, failed } from '../../core/built-in/built-in-tool'
import { say } from '../../../../shared/words/say'
import { MAX_ADDRESS_CHARS, readAddress, type WebAddress } from './web-address'

export interface OpenUrlParts {
  readonly opener: Pick<OpenerPort, 'openUrl'>
}

/** What is shown on the card is what is opened: the address as it was understood, not as it was written. */
const input = z.strictObject({
  url: z
    .string()
    .max(MAX_ADDRESS_CHARS)
    .transform((text, context) => {
      const read = readAddress(text)
      if (read.ok) return read.value.href
      context.addIssue({ code: 'custom', message: read.error })
      return z.NEVER
    })
    .describe('https: or mailto:'),
})

const addressOf = (url: string): WebAddress | null => {
  const read = readAddress(url)
  return read.ok ? read.value : null
}

export const openUrl = ({ opener }: OpenUrlParts): BuiltInTool =>
  builtInTool({
    name: 'open_url',
    description: "Opens a web page in the browser, or a mail draft. Nothing of it comes back to you.",
    input,
    level: 3,
    effect: 'write',
    pattern: ({ url }) => {
      const host = addressOf(url)?.host ?? null
      return host === null ? null : { key: host, text: say('own-tools.open_url-rule', { host }) }
    },
    run: async ({ url }) => {
      const host = addressOf(url)?.host ?? null
      return (await opener.openUrl(url)) ? { kind: 'done', output: { opened: host ?? 'a mail draft' }, said: say('own-tools.opened', { what: host ?? say('own-tools.mail-draft') }) } : failed('The system did not open it.')
    },
  })
