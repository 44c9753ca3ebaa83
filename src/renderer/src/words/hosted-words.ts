import type { HostedPhase } from '../../../shared/mcp/hosted'

export const hostedSees = (voice: string): string =>
  `${voice} connects to this server itself and sees everything sent to and from it. Parley asks you before each call; it cannot shorten what comes back, and nothing of it can be undone here.`

const PHASES: Readonly<Record<HostedPhase, string>> = {
  off: 'Off.',
  elsewhere: 'It was added for another voice server, and is not told to this one.',
  unconfirmed: 'It is not what you said yes to: remove it, and add it again.',
  'no-key': 'Its key is not in the keychain: remove it, and add it again.',
  waiting: 'The next session is told of it.',
  listing: 'Its tools are being listed.',
  listed: 'Connected.',
  failed: 'The voice server could not list its tools.',
}

export const hostedPhaseWords = (phase: HostedPhase): string => PHASES[phase]
