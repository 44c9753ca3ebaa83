import { z } from 'zod'
import { length } from '../../shared/text/amount-words'
import { plainLine } from '../../shared/text/plain-line'
import { MAX_REMINDER_CHARS, type Reminder } from '../../shared/reminders'
import { say } from '../../shared/words/say'
import type { Words } from '../../shared/words/words'
import { err, ok, type Result } from '../../shared/result'
import type { WallClock } from '../platform/ports'
import { type BuiltInTool, builtInTool, failed, sourceOf } from '../tools/core/built-in/built-in-tool'
import { clockTime, localTime } from '../tools/core/built-in/local-time'
import type { ToolSource } from '../tools/core/tool'
import { readDueTime } from './core/due-time'
import type { ReminderRecords } from './core/ports'

export interface TimerParts {
  readonly reminders: ReminderRecords
  readonly clock: WallClock
  readonly zone: () => string
}

const FARTHEST_S = 5 * 366 * 86_400
const UNDO_MS = 600_000
/** Beyond it nobody counts hours. */
const SOON_MS = 86_400_000

/** As many letters of an id as tell a hundred apart; more would only be tokens. */
const handleOf = ({ id }: Reminder): string => id.slice(-6)

const cancelledWords = ({ text, zone }: Reminder): Words => (text === '' ? say(zone === null ? 'own-tools.timer-cancelled' : 'own-tools.reminder-cancelled') : say('own-tools.text-cancelled', { text }))

const setTimer = (parts: TimerParts): BuiltInTool =>
  builtInTool({
    name: 'set_timer',
    description: 'Sets a timer or reminder: give seconds, or a time. Say back the time it answers.',
    input: z.strictObject({
      seconds: z.number().min(1).max(FARTHEST_S).optional().describe('From now'),
      at: z.string().max(80).optional().describe('ISO 8601 local time: 2026-01-31T08:00'),
      text: z.string().max(MAX_REMINDER_CHARS).optional().describe('What for'),
    }),
    level: 2,
    effect: 'write',
    isOwn: true,
    run: async ({ seconds, at, text = '' }) => {
      const due = dueOf(seconds, at, parts)
      if (!due.ok) return failed(due.error)
      const set = await parts.reminders.add({ ...due.value, text: await wordsOf(text) })
      if (!set.ok) return failed(set.error)
      return { kind: 'done', output: shown(set.value, parts), said: saidOf(set.value, parts), undo: { kind: 'reminder-set', data: set.value.id, until: set.value.dueAt } }
    },
    undo: { kind: 'reminder-set', take: async (id) => (await parts.reminders.remove(id)).ok },
  })

const listTimers = (parts: TimerParts): BuiltInTool =>
  builtInTool({
    name: 'list_timers',
    description: 'Lists timers and reminders.',
    input: z.strictObject({}),
    level: 0,
    effect: 'read',
    run: () => {
      const all = parts.reminders.list()
      // One may have been set after foreign text, and would else come back as if it were Parley's own.
      const foreign = all.some(({ text }) => text !== '') ? { untrusted: 'the timers' } : {}
      return { kind: 'done', ...foreign, output: { timers: all.map((each) => shown(each, parts)) }, said: say('own-tools.timers-listed', { count: all.length }) }
    },
  })

const cancelTimer = ({ reminders, clock }: TimerParts): BuiltInTool =>
  builtInTool({
    name: 'cancel_timer',
    description: 'Cancels a timer or reminder.',
    input: z.strictObject({ id: z.string().min(1).max(64).describe('From list_timers') }),
    level: 2,
    effect: 'write',
    isOwn: true,
    run: async ({ id }) => {
      const [found, another] = reminders.list().filter((each) => handleOf(each) === id || each.id === id)
      if (found === undefined || another !== undefined) return failed('There is no such timer; list_timers tells which there are.')
      const removed = await reminders.remove(found.id)
      if (!removed.ok) return failed(removed.error)
      return { kind: 'done', output: { cancelled: found.text === '' ? 'timer' : found.text }, said: cancelledWords(found), undo: { kind: 'reminder-cancelled', data: found.id, until: clock() + UNDO_MS } }
    },
    undo: { kind: 'reminder-cancelled', take: (id) => reminders.putBack(id) },
  })

/** A notification shows no Markdown. What reads it is loaded with the first timer, so that no start waits for it. */
async function wordsOf(text: string): Promise<string> {
  const { withoutMarks } = await import('../../shared/markdown/plain-words')
  return plainLine(withoutMarks(text)).trim()
}

function dueOf(seconds: number | undefined, at: string | undefined, { clock, zone }: TimerParts): Result<Pick<Reminder, 'dueAt' | 'zone'>, string> {
  const now = clock()
  const given = at?.trim() ?? ''
  if ((seconds === undefined) === (given === '')) return err('Give either seconds or at.')
  if (seconds !== undefined) return ok({ dueAt: now + Math.round(seconds * 1_000), zone: null })
  const due = readDueTime(given, now, zone())
  if (!due.ok) return due
  if (due.value.dueAt <= now) return err(`That is in the past; it is ${localTime(now, zone()).time} now.`)
  return due.value.dueAt > now + FARTHEST_S * 1_000 ? err('That is too far ahead.') : due
}

function shown(reminder: Reminder, { clock, zone }: TimerParts) {
  const { text, dueAt, zone: own } = reminder
  const { time, weekday } = localTime(dueAt, own ?? zone())
  const left = Math.max(0, dueAt - clock())
  return { id: handleOf(reminder), at: time, weekday, ...(left < SOON_MS ? { in: length(left) } : {}), ...(text === '' ? {} : { text }) }
}

/** Today's need no day. */
function saidOf({ dueAt, zone: own }: Reminder, { clock, zone }: TimerParts): Words {
  const where = own ?? zone()
  const [then, now] = [localTime(dueAt, where), localTime(clock(), where)]
  const isToday = then.time.slice(0, 10) === now.time.slice(0, 10)
  const time = clockTime(dueAt, where)
  const when = isToday ? time : say('own-tools.on-day', { weekday: then.weekday, day: then.time.slice(0, 10), time })
  return say(own === null ? 'own-tools.timer-set' : 'own-tools.reminder-set', { when })
}

/** What the model may do with them. */
export const reminderTools = (parts: TimerParts): ToolSource => sourceOf('Parley', [setTimer(parts), listTimers(parts), cancelTimer(parts)])
