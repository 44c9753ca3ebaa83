import papaparse from 'papaparse'
import { FILE_LIMITS } from '../../../core/limits'
import { decode, limited } from '../decode'
import type { Reader } from '../reader'

const named = (name: string | undefined, cell: string): string => (name === undefined || name.trim() === '' ? cell : `${name.trim()}: ${cell}`)

/** Each row with the names of its columns, so that a row found alone still says what is in it. */
export const readCsv: Reader = (bytes) => {
  const { text, partly } = limited(decode(bytes))
  const { data } = papaparse.parse<readonly string[]>(text, { skipEmptyLines: 'greedy' })
  const [names = [], ...rows] = data
  if (rows.length === 0) return { sections: [{ text: names.join(', '), headings: [], page: null }], partly }
  const lines: string[] = []
  let chars = 0
  for (const row of rows) {
    const line = row.flatMap((cell, index) => (cell.trim() === '' ? [] : [named(names[index], cell.trim())])).join('; ')
    lines.push(line)
    chars += line.length
    if (chars > FILE_LIMITS.chars) break // the names of the columns may be long, and stand in each row
  }
  return { sections: [{ text: lines.join('\n'), headings: [], page: null }], partly: partly ?? (text.length > 0 && lines.length === 0 ? 'no-text' : null) }
}
