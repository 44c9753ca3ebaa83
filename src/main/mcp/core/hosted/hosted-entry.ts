import { CONNECTORS, type HostedForm, type HostedServer, HostedServerSchema } from '../../../../shared/mcp/hosted'
import { keysIn } from '../../../../shared/providers/address-keys'
import { isExposed } from '../../../../shared/providers/loopback'
import { placeOf } from '../../../../shared/providers/servers'
import { err, ok, type Result } from '../../../../shared/result'
import type { Endpoint } from '../../../../shared/settings'
import { say } from '../../../../shared/words/say'
import { visible } from '../../../tools/core/card'
import { inLines, inParagraphs } from '../../../../shared/words/words'
import type { DialogWords } from '../dialog-words'

/** A system's dialog does not scroll: what stands under these must be seen, too. */
const MAX_SHOWN_CHARS = 1_200

type HostedReach = HostedServer['reach']

/** What a person says yes to, in one text: where it is, who connects to it, and what may be asked for. */
export const hostedText = ({ label, voice, reach, hasKey, tools }: Omit<HostedServer, 'id' | 'on' | 'hash'>): string => JSON.stringify([label, voice, reach, hasKey, tools])

export const placeText = (reach: HostedReach): string => (reach.kind === 'url' ? reach.url : reach.connector)

/** As a person calls it. */
export function voiceName(endpoint: Endpoint): string {
  if (endpoint.kind === 'practice') return say('common.echo-test')
  return endpoint.kind === 'openai' ? say('common.open-ai') : new URL(endpoint.url).host
}

function reachOf({ kind, place }: HostedForm): Result<HostedReach, string> {
  const text = place.trim()
  if (kind === 'connector') {
    const connector = CONNECTORS.find((each) => each === text)
    return connector === undefined ? err(say('sign-in.no-connector')) : ok({ kind: 'connector', connector })
  }
  if (!URL.canParse(text) || new URL(text).protocol !== 'https:') return err(say('sign-in.hosted-scheme'))
  const { username, password, href } = new URL(text)
  if (keysIn(href).length > 0) return err(say('sign-in.hosted-address-key'))
  return username === '' && password === '' ? ok({ kind: 'url', url: href }) : err(say('sign-in.hosted-login')) // in one spelling: another reader could be led to another host
}

/** An entry without its id, or in one sentence why it is none. */
export function hostedEntry(form: HostedForm, endpoint: Endpoint): Result<Omit<HostedServer, 'id' | 'hash'>, string> {
  const reach = reachOf(form)
  if (!reach.ok) return reach
  if (form.key.trim() !== '' && isExposed(placeOf(endpoint))) return err(say('sign-in.hosted-exposed'))
  const tools = [...new Set(form.tools.map((name) => name.trim()).filter((name) => name !== ''))]
  if (placeText(reach.value).length + tools.join(', ').length > MAX_SHOWN_CHARS) return err(say('sign-in.hosted-too-long'))
  const entry = { label: form.label.trim(), on: true, voice: placeOf(endpoint), reach: reach.value, hasKey: form.key.trim() !== '', tools }
  return HostedServerSchema.safeParse({ ...entry, id: 'x', hash: '' }).success ? ok(entry) : err(say('sign-in.hosted-tools'))
}

/** All of it stands there: the whole host first, since a dialog may not show the end of a long address. */
export function hostedQuestion({ label, reach, hasKey, tools }: Omit<HostedServer, 'id' | 'hash'>, voice: string): DialogWords {
  const lines = [
    ...(reach.kind === 'url' ? [say('sign-in.hosted-host', { text: visible(new URL(reach.url).host) }), say('sign-in.hosted-address', { text: visible(reach.url) })] : [say('sign-in.hosted-connector', { text: reach.connector })]),
    tools.length === 0 ? say('sign-in.hosted-all-tools') : say('sign-in.hosted-some-tools', { names: tools.join(', ') }),
    ...(hasKey ? [say('sign-in.hosted-key', { voice })] : []),
  ]
  return { title: say('sign-in.hosted-question', { voice, label }), text: inParagraphs([inLines(lines), say('sign-in.hosted-consequence', { voice })]), yes: say('sign-in.hosted-yes') }
}

/** As the session is told. Each call is asked for, always. `tools`: those the model may ask for; null: all it has. */
export const hostedDefinition = ({ label, reach }: HostedServer, key: string | null, tools: readonly string[] | null): Readonly<Record<string, unknown>> => ({
  type: 'mcp',
  server_label: label,
  ...(reach.kind === 'url' ? { server_url: reach.url } : { connector_id: reach.connector }),
  ...(key === null ? {} : { authorization: key }),
  ...(tools === null ? {} : { allowed_tools: [...tools] }),
  require_approval: 'always',
})
