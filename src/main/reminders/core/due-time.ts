import { err, ok, type Result } from '../../../shared/result'
import { asUtc, type WallFields, wallFields, zoneNamed, zoneOffset } from '../../tools/core/built-in/local-time'

export interface DueTime {
  readonly dueAt: number
  /** Whose clocks say when. */
  readonly zone: string
}

/** ISO 8601, with an offset or without, and perhaps the name of a zone as RFC 9557 has it. */
const TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?(?:\[([A-Za-z0-9_+/-]{1,64})\])?$/
const UNREADABLE = 'The time is not understood. It is written like 2026-11-30T16:05 or 2026-11-30T16:05+01:00.'

const DAY_MS = 86_400_000
const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const satisfies readonly (keyof WallFields)[]

/**
 * Without an offset it is a time of day: what the clocks there will show, in summer and in winter. With one it is an instant; but where
 * the offset is today's and will be another by then, whoever wrote it forgot that the clocks are set in between, and meant the time of day.
 */
export function readDueTime(text: string, now: number, here: string): Result<DueTime, string> {
  const found = TIME.exec(text.trim())
  if (found === null) return err(UNREADABLE)
  const fields = fieldsOf(found)
  const [offset, named] = [found[7], found[8]]
  const zone = named === undefined ? here : zoneNamed(named)
  if (fields === null || zone === null) return err(UNREADABLE)
  const dueAt = offset === undefined ? instantOf(fields, zone) : withOffset(fields, offsetOf(offset), now, zone)
  return ok({ dueAt, zone })
}

/** Null: no calendar has it. */
function fieldsOf(found: RegExpExecArray): WallFields | null {
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? '0'))
  const fields = { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 }
  const back = wallFields(asUtc(fields), 'UTC')
  return PARTS.every((part) => fields[part] === back[part]) ? fields : null
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  return (text.startsWith('-') ? -minutes : minutes) * 60_000
}

function withOffset(fields: WallFields, offset: number, now: number, zone: string): number {
  const instant = asUtc(fields) - offset
  const isTodays = zoneOffset(now, zone) === offset && zoneOffset(instant, zone) !== offset
  return isTodays ? instantOf(fields, zone) : instant
}

/** An hour that comes twice is the first one; one that is left out, when the clocks go forward, is as much later. */
function instantOf(fields: WallFields, zone: string): number {
  const utc = asUtc(fields)
  const [before, behind] = [zoneOffset(utc - DAY_MS, zone), zoneOffset(utc + DAY_MS, zone)]
  const fits = [before, behind].map((offset) => utc - offset).filter((at) => asUtc(wallFields(at, zone)) === utc)
  return fits.length === 0 ? utc - before : Math.min(...fits)
}
