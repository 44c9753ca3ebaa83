import type { ServerListing, SignIn, ToolChange } from '../../../shared/mcp/setup'
import type { ServerPhase } from '../../../shared/mcp/servers'
import type { ToolLevel } from '../../../shared/tools/levels'
import { listed } from '../../../shared/text/amount-words'
import type { Key } from '../../../shared/words/keys'
import { say } from '../../../shared/words/say'
import { levelWords } from './tools-words'

const PHASE_WORDS = {
  off: 'servers.phaseOff',
  starting: 'servers.phaseStarting',
  connecting: 'servers.phaseConnecting',
  ready: 'servers.phaseReady',
  waiting: 'servers.phaseWaiting',
  failed: 'servers.phaseFailed',
} as const satisfies Readonly<Record<ServerPhase, Key>>

/** One line under the name: what it does now, or what it needs from the person. */
export function serverStateWords({ config, consent, lacks, signIn, state }: ServerListing): string {
  if (lacks.length > 0) return say('servers.lacks', { names: listed(lacks) })
  if (consent !== 'confirmed') return say(consent === 'new' ? 'servers.consentNew' : 'servers.consentChanged')
  if (state === null || !config.on) return say('servers.phaseOff')
  if (signIn === 'wanted' || signIn === 'open') return say('servers.signInState')
  const phase = say(PHASE_WORDS[state.phase])
  return state.reason === null ? phase : say('servers.phaseBecause', { phase, reason: state.reason })
}

const SIGN_IN_WORDS = {
  wanted: 'servers.signInWanted',
  open: 'servers.signInOpen',
  done: 'servers.signInDone',
} as const satisfies Readonly<Record<Exclude<SignIn, 'none'>, Key>>

export const signInWords = (signIn: SignIn): string => (signIn === 'none' ? '' : say(SIGN_IN_WORDS[signIn]))

/** "5 of 7 tools on"; what waits for the person comes first. */
export function toolCountWords({ state, unseen }: ServerListing): string | null {
  if (state === null || state.tools === 0) return null
  const on = say('servers.toolsOn', { on: state.toolsOn, tools: state.tools })
  return unseen === 0 ? on : say('common.facts', { first: say('servers.toolsUnseen', { unseen }), second: on })
}

export const allowWords = (tools: number): string => say('servers.allow', { tools })

export function changeWords({ what, before }: ToolChange): string {
  if (before === null || what === 'rest') return say('servers.changedRest')
  return say(what === 'description' ? 'servers.changedDescription' : 'servers.changedArguments')
}

export const levelChoice = (level: ToolLevel, defaultLevel: ToolLevel): string => (level === defaultLevel ? say('servers.usual', { level: levelWords(level) }) : levelWords(level))

export const questionTitle = (server: string): string => say('panel.questionFrom', { server })
