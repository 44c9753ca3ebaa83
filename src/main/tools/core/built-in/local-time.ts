/** Wall time in a zone, by `Intl` alone. */

export interface LocalTime {
  /** ISO 8601 with the offset that holds there then. */
  readonly time: string
  readonly weekday: string
  readonly zone: string
}

export interface WallFields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** Names come from a model: more than a person ever asks for in a day would only fill memory. */
const MOST_FORMATS = 64

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', weekday: 'long',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  })
  if (formats.size >= MOST_FORMATS) formats.clear()
  formats.set(zone, made)
  return made
}

/**
 * A zone as it is usually written ("europe/berlin" is "Europe/Berlin"); null: there is none. One that the system knows under an older name
 * keeps the one it was asked for by. Bare offsets are no zones: they know no summer.
 */
export function zoneNamed(name: string): string | null {
  if (/^[+-]/.test(name)) return null
  try {
    const known = formatOf(name).resolvedOptions().timeZone
    return known.toLowerCase() === name.toLowerCase() ? known : name
  } catch {
    return null // Intl says it by throwing
  }
}

/** What clock and calendar show there. */
export function wallFields(at: number, zone: string): WallFields & { readonly weekday: string } {
  const parts = new Map(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, value]))
  const number = (part: Intl.DateTimeFormatPartTypes) => Number(parts.get(part) ?? '0')
  return {
    year: number('year'), month: number('month'), day: number('day'),
    hour: number('hour'), minute: number('minute'), second: number('second'),
    weekday: parts.get('weekday') ?? '',
  }
}

/** As if the fields were UTC: comparing these compares wall times. */
export const asUtc = ({ year, month, day, hour, minute, second }: WallFields): number => Date.UTC(year, month - 1, day, hour, minute, second)

/** How far the zone's clocks are ahead of UTC at that instant, in ms. */
export const zoneOffset = (at: number, zone: string): number => asUtc(wallFields(at, zone)) - Math.floor(at / 1_000) * 1_000

const two = (value: number): string => String(value).padStart(2, '0')

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

export function localTime(at: number, zone: string): LocalTime {
  const { year, month, day, hour, minute, second, weekday } = wallFields(at, zone)
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return { time: `${date}T${two(hour)}:${two(minute)}:${two(second)}${offsetText(zoneOffset(at, zone))}`, weekday, zone }
}

/** "16:05" */
export const clockTime = (at: number, zone: string): string => {
  const { hour, minute } = wallFields(at, zone)
  return `${two(hour)}:${two(minute)}`
}
