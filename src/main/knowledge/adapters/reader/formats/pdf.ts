import { getDocumentProxy } from 'unpdf'
import type { Section } from '../../../core/document'
import { FILE_LIMITS } from '../../../core/limits'
import type { Pace, Reader } from '../reader'
import { Unread } from '../unread'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Nothing of the file is run or fetched, no font is drawn. */
const QUIET = { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false } as const

export const readPdf: Reader = async (bytes, pace) => {
  const pdf = await opened(bytes)
  try {
    const document = await pagesOf(pdf, pace)
    if (document.sections.every(({ text }) => text.trim() === '')) throw new Unread(document.partly ?? 'no-text')
    return document
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, QUIET)
  } catch (cause) {
    throw new Unread(cause instanceof Error && cause.name === 'PasswordException' ? 'locked' : 'damaged')
  }
}

async function pagesOf(pdf: Pdf, pace: Pace) {
  const sections: Section[] = []
  let chars = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pace.wait()
    if (pace.late) return { sections, partly: 'too-slow' as const }
    if (number > FILE_LIMITS.pages || chars > FILE_LIMITS.chars) return { sections, partly: 'too-long' as const }
    const text = await pageText(pdf, number)
    chars += text.length
    sections.push({ text, headings: [], page: number })
  }
  return { sections, partly: null }
}

/** A page that is broken costs itself only. */
async function pageText(pdf: Pdf, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    page.cleanup()
    return textOf(items.flatMap((item) => ('str' in item ? [item] : [])))
  } catch {
    return ''
  }
}

interface Piece {
  readonly str: string
  readonly hasEOL: boolean
  readonly height: number
  readonly transform: readonly number[]
}

/** Further apart than lines are: a new paragraph. */
const PARAGRAPH = 1.8

function textOf(pieces: readonly Piece[]): string {
  let text = ''
  let lastY: number | null = null
  let height = 10
  for (const { str, hasEOL, height: own, transform } of pieces) {
    const y = transform[5] ?? 0
    if (str.trim() !== '') {
      if (lastY !== null && text.endsWith('\n') && Math.abs(lastY - y) > PARAGRAPH * height) text += '\n'
      lastY = y
      height = own > 0 ? own : height
    }
    text += hasEOL ? `${str}\n` : str
  }
  // A word that was divided at the end of its line.
  return text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
}
