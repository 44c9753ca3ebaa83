import type { ServerListing, SignIn } from '../../../shared/mcp/setup'
import type { ServerPhase } from '../../../shared/mcp/servers'
import type { ToolChange } from '../../../shared/mcp/setup'
import type { ToolLevel } from '../../../shared/tools/levels'
import { count, listed } from '../../../shared/text/amount-words'
import { levelWords } from './tools-words'

const PHASE_WORDS: Readonly<Record<ServerPhase, string>> = { off: 'Off', starting: 'Starting', connecting: 'Connecting', ready: 'Running', waiting: 'Failed, is tried again', failed: 'Failed' }

/** One line under the name: what it does now, or what it needs from the person. */
export function serverStateWords({ config, consent, lacks, signIn, state }: ServerListing): string {
  if (lacks.length > 0) return `Needs ${listed(lacks)} again: edit it and enter the value`
  if (consent === 'new') return 'Not started yet: switch it on, and Parley asks you'
  if (consent === 'changed') return 'Changed since you allowed it: switch it on, and Parley asks you again'
  if (state === null || !config.on) return 'Off'
  if (signIn === 'wanted' || signIn === 'open') return 'Waits for you to sign in'
  const reason = state.reason === null ? '' : `: ${state.reason}`
  return `${PHASE_WORDS[state.phase]}${reason}`
}

const SIGN_IN_WORDS: Readonly<Record<SignIn, string>> = {
  none: '', wanted: 'Sign in needed. Its tools can be used when you have signed in.', open: 'Go on in the browser. Parley waits for five minutes.', done: 'Signed in.',
}

export const signInWords = (signIn: SignIn): string => SIGN_IN_WORDS[signIn]

/** "5 of 7 tools on"; what waits for the person comes first. */
export function toolCountWords({ state, unseen }: ServerListing): string | null {
  if (state === null || state.tools === 0) return null
  const on = `${String(state.toolsOn)} of ${count(state.tools, 'tool')} on`
  return unseen === 0 ? on : `${count(unseen, 'tool')} to look at · ${on}`
}

export const allowWords = (tools: number): string => (tools === 1 ? 'Allow this tool' : `Allow these ${String(tools)} tools`)

const CHANGE_WORDS: Readonly<Record<ToolChange['what'], string>> = { description: 'Its description was', arguments: 'Its arguments were', rest: 'Something of it is different from what you looked at.' }

export const changeWords = ({ what, before }: ToolChange): string => (before === null ? CHANGE_WORDS.rest : `${CHANGE_WORDS[what]}:`)

export const levelChoice = (level: ToolLevel, defaultLevel: ToolLevel): string => `${levelWords(level)}${level === defaultLevel ? ' (usual)' : ''}`

export const questionTitle = (label: string): string => `The server “${label}” asks you`
