import { z } from 'zod'
import { say } from '../../../../shared/words/say'
import type { WallClock } from '../../../platform/ports'
import { clockTime, localTime, zoneNamed } from '../../core/built-in/local-time'
import { type BuiltInTool, builtInTool, failed } from '../../core/built-in/built-in-tool'

export interface NowParts {
  readonly clock: WallClock
  /** Of this computer, by its IANA name. */
  readonly zone: () => string
}

/** The time stands in an output and not in the instructions, which are the same for all sessions and so cheap. */
export const now = ({ clock, zone }: NowParts): BuiltInTool =>
  builtInTool({
    name: 'now',
    description: 'The current local date, weekday and time, here or in another zone.',
    input: z.strictObject({ zone: z.string().max(64).optional().describe('IANA name; leave out for here') }),
    level: 0,
    effect: 'read',
    run: ({ zone: asked }) => {
      const found = asked === undefined || asked.trim() === '' ? zone() : zoneNamed(asked.trim())
      if (found === null) return failed('There is no time zone of this name. Names look like Europe/Berlin.')
      const at = clock()
      const there = localTime(at, found)
      return { kind: 'done', output: { ...there }, said: say('own-tools.now-said', { weekday: there.weekday, time: clockTime(at, found), zone: found }) }
    },
  })
