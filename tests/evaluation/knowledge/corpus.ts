import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { docx, epub, pdf } from '../../support/knowledge/documents'

const HERE = import.meta.dirname
const PAGE_BREAK = '--- page\n'

/** Files that are no text are made of one: a line "# …" is a heading, "--- page" a page or a chapter. */
function made(name: string, text: string): Uint8Array {
  if (name.endsWith('.pdf')) return pdf(text.split(PAGE_BREAK).map((page) => page.trim().split('\n').map((line) => line.replace(/^# /u, ''))))
  if (name.endsWith('.docx')) return docx(text.split('\n').filter((line) => line !== ''))
  return epub(text.split(PAGE_BREAK).map((chapter) => chapter.trim().split('\n').filter((line) => line !== '').map((line) => (line.startsWith('# ') ? `<h1>${line.slice(2)}</h1>` : `<p>${line}</p>`)).join('')))
}

/** The sixty documents, as a person would have them in a folder. */
export function writeCorpus(folder: string): void {
  cpSync(join(HERE, 'documents'), folder, { recursive: true })
  for (const path of readdirSync(join(HERE, 'made'), { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.txt'))) {
    const name = path.replace(/\.txt$/u, '')
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), made(name, readFileSync(join(HERE, 'made', path), 'utf8')))
  }
}

export interface EvaluationQuestion {
  /** `dev`: what a rule may be tuned on. `test`: what it is judged by. */
  readonly half: 'dev' | 'test'
  readonly text: string
  /** Null: nothing answers it. */
  readonly file: string | null
  readonly page: number | null
  readonly heading: string | null
}

/** Every second question belongs to each half, those that nothing answers too. */
export function questions(): readonly EvaluationQuestion[] {
  const [, ...lines] = readFileSync(join(HERE, 'questions.tsv'), 'utf8').trimEnd().split('\n')
  return lines.map((line, index) => {
    const [file = '', page = '', heading = '', text = ''] = line.split('\t')
    return { half: index % 2 === 0 ? 'dev' : 'test', text, file: file === '' ? null : file, page: page === '' ? null : Number(page), heading: heading === '' ? null : heading }
  })
}
