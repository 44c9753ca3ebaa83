import type { HostedPhase } from '../../../shared/mcp/hosted'
import type { Key } from '../../../shared/words/keys'
import { say } from '../../../shared/words/say'

export const hostedSees = (voice: string): string => say('servers.hosted-sees', { voice })

const PHASES = {
  off: 'servers.hosted-off',
  elsewhere: 'servers.hosted-elsewhere',
  unconfirmed: 'servers.hosted-unconfirmed',
  'no-key': 'servers.hosted-no-key',
  waiting: 'servers.hosted-waiting',
  listing: 'servers.hosted-listing',
  listed: 'servers.hosted-listed',
  failed: 'servers.hosted-failed',
} as const satisfies Readonly<Record<HostedPhase, Key>>

export const hostedPhaseWords = (phase: HostedPhase): string => say(PHASES[phase])
