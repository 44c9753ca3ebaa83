import { constants, getPriority, setPriority } from 'node:os'

const BELOW_VOICE = constants.priority.PRIORITY_BELOW_NORMAL

/**
 * Servers inherit it: however busy they are, the voice comes first. Only ever lowered: where Parley itself was started lower, a system
 * refuses to raise it again, and that refusal would end this process at each start.
 */
export function giveWay(now: () => number = getPriority, set: (priority: number) => void = setPriority): void {
  if (now() < BELOW_VOICE) set(BELOW_VOICE)
}
