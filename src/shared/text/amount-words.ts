/** Amounts as a person reads them. */

const plain = new Intl.NumberFormat('en')

export const grouped = (amount: number): string => plain.format(amount)

export const count = (amount: number, one: string, many = `${one}s`): string => `${plain.format(amount)} ${amount === 1 ? one : many}`

export const exactBytes = (bytes: number): string => count(bytes, 'byte')

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const

/** Powers of 1000, as the limit of kept sound is counted too. */
export function humanBytes(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} B`
  let amount = bytes
  let unit = -1
  // 999,950 would be rounded to "1000.0 kB".
  while (amount >= 999.95 && unit < UNITS.length - 1) {
    amount /= 1_000
    unit += 1
  }
  return `${amount.toFixed(amount < 99.95 ? 1 : 0)} ${UNITS[unit] ?? 'kB'}`
}

const twoDigits = (amount: number): string => String(amount).padStart(2, '0')

/** "0.8 s", "12 s", "1 min 05 s", "2 h 03 min" */
export function length(ms: number): string {
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`
  const seconds = Math.round(ms / 1_000)
  if (seconds < 60) return `${String(seconds)} s`
  if (seconds < 3_600) return `${String(Math.floor(seconds / 60))} min ${twoDigits(seconds % 60)} s`
  const minutes = Math.round(seconds / 60)
  return `${plain.format(Math.floor(minutes / 60))} h ${twoDigits(minutes % 60)} min`
}

/** "a, b and c", without the empty ones. */
export function listed(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '')
  return said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`
}
