import { say } from '../../../shared/words/say'
/** Times as a person reads them; made once per locale, since formatters are dear. */
export interface ClockWords {
  /** "14:03" */
  time(at: number): string
  /** "Today", "Yesterday", "Wednesday", "12 November", "12 November 2024". */
  day(at: number, now: Date): string
  /** "21 Nov"; with the year where it is another. */
  date(at: number, now: Date): string
  /** "21 Nov, 14:03"; with the year where it is another. */
  moment(at: number, now: Date): string
  /** "Saturday, 21 November 2026, 14:03:10" */
  exact(at: number): string
}

/** The page speaks English; dates follow the person's own English, if that is what they have. */
export const englishOf = (language: string): string => (/^en\b/i.test(language) ? language : 'en-GB')

const DAY_MS = 86_400_000

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** Calendar days; rounded, because a day of a clock change has 23 or 25 hours. */
export const daysBetween = (earlier: Date, later: Date): number => Math.round((midnight(later) - midnight(earlier)) / DAY_MS)

export function createClockWords(locale: string): ClockWords {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const clock = format({ hour: 'numeric', minute: '2-digit' })
  const weekday = format({ weekday: 'long' })
  const date = format({ day: 'numeric', month: 'long' })
  const datedYear = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const day = format({ day: 'numeric', month: 'short' })
  const dayYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const short = format({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })
  const shortYear = format({ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' })
  const whole = format({ dateStyle: 'full', timeStyle: 'medium' })
  const sameYear = (at: number, now: Date) => new Date(at).getFullYear() === now.getFullYear()
  return {
    time: (at) => clock.format(at),
    day: (at, now) => {
      const days = daysBetween(new Date(at), now)
      if (days === 0) return say('common.today')
      if (days === 1) return say('common.yesterday')
      if (days > 1 && days < 7) return weekday.format(at)
      return (sameYear(at, now) ? date : datedYear).format(at)
    },
    date: (at, now) => (sameYear(at, now) ? day : dayYear).format(at),
    moment: (at, now) => (sameYear(at, now) ? short : shortYear).format(at),
    exact: (at) => whole.format(at),
  }
}
