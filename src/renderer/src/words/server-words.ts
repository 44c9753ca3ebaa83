import type { ServerListing, SignIn, ToolChange } from '../../../shared/mcp/setup'
import type { ToolLevel } from '../../../shared/tools/levels'
import { listed } from '../../../shared/text/amount-words'
import type { Key } from '../../../shared/words/keys'
import { say } from '../../../shared/words/say'
import { levelWords } from './tools-words'

/** One line under the name: what it does now, or what it needs from the person. */
export function serverStateWords({ config, consent, lacks, signIn, state }: ServerListing): string {
  if (lacks.length > 0) return say('servers.lacks', { names: listed(lacks) })
  if (consent !== 'confirmed') return say(consent === 'new' ? 'servers.consent-new' : 'servers.consent-changed')
  if (state === null || !config.on) return say('servers.phase-off')
  if (signIn === 'wanted' || signIn === 'open') return say('servers.sign-in-state')
  const phase = say(`servers.phase-${state.phase}`)
  return state.reason === null ? phase : say('servers.phase-because', { phase, reason: state.reason })
}

const SIGN_IN_WORDS = {
  wanted: 'servers.sign-in-wanted',
  open: 'servers.sign-in-open',
  done: 'servers.sign-in-done',
} as const satisfies Readonly<Record<Exclude<SignIn, 'none'>, Key>>

export const signInWords = (signIn: SignIn): string => (signIn === 'none' ? '' : say(SIGN_IN_WORDS[signIn]))

/** "5 of 7 tools on"; what waits for the person comes first. */
export function toolCountWords({ state, unseen }: ServerListing): string | null {
  if (state === null || state.tools === 0) return null
  const on = say('servers.tools-on', { on: state.toolsOn, tools: state.tools })
  return unseen === 0 ? on : say('common.facts', { first: say('servers.tools-unseen', { unseen }), second: on })
}

export const allowWords = (tools: number): string => say('servers.allow', { tools })

export function changeWords({ what, before }: ToolChange): string {
  if (before === null || what === 'rest') return say('servers.changed-rest')
  return say(what === 'description' ? 'servers.changed-description' : 'servers.changed-arguments')
}

export const levelChoice = (level: ToolLevel, defaultLevel: ToolLevel): string => (level === defaultLevel ? say('servers.usual', { level: levelWords(level) }) : levelWords(level))

export const questionTitle = (server: string): string => say('panel.question-from', { server })
