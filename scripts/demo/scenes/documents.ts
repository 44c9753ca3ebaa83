import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

/** What is asked, and nobody knows who has not read the folder. */
export const QUESTION = 'How many weeks of notice does the lease of the lamp shop need?'
export const FACT = 'eleven weeks'
export const FILE = 'Lease of the lamp shop.md'

const FILES: Readonly<Record<string, string>> = {
  [FILE]: '# Lease\n\n## Notice\n\nThe lease of the lamp shop in Harrow Lane ends with eleven weeks of notice, in writing.\n\n## Rent\n\nThe rent is paid on the third of each month.\n',
  'Bread.md': '# Bread\n\nFlour, water, salt, and two days of time. Bake it for forty minutes.\n',
  'Journey.txt': 'The train to the coast leaves at a quarter past nine; the tickets are in the blue drawer.\n',
}

/** A folder to be read, and what practice asks of it when it hears the question. */
export function layDocuments(place: string): { readonly folder: string; readonly script: string } {
  const folder = join(place, 'Documents')
  const script = join(place, 'practice-script.json')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  writeFileSync(script, JSON.stringify([{ outputs: [{ kind: 'function-call', name: 'search_knowledge', arguments: JSON.stringify({ query: QUESTION }) }] }]))
  return { folder, script }
}

/** By the index itself, while the app works at it. */
export function isRead(userData: string): boolean {
  const path = join(userData, 'knowledge', 'knowledge.db')
  if (!existsSync(path)) return false
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const row = database.prepare("SELECT count(*) AS files FROM files WHERE state = 'read'").get()
    return typeof row === 'object' && row !== null && 'files' in row && row.files === Object.keys(FILES).length
  } catch {
    return false // it is being made
  } finally {
    database.close()
  }
}
