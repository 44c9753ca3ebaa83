import { strToU8, zipSync } from 'fflate'

/** Small files of each kind, made here: what is in them is seen where they are used. */

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

/** One page for each list of lines; an empty line begins a paragraph. */
export function pdf(pages: readonly (readonly string[])[]): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  const kids = pages.map((lines) => {
    const stream = `BT /F1 12 Tf 72 760 Td ${lines.map((line) => (line === '' ? '0 -30 Td' : `(${line.replace(/[()\\]/gu, '\\$&')}) Tj 0 -14 Td`)).join(' ')} ET`
    objects.push(`<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`)
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${String(objects.length)} 0 R >>`)
    return `${String(objects.length)} 0 R`
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${String(kids.length)} >>`
  const offsets: number[] = []
  let out = '%PDF-1.4\n'
  objects.forEach((object, index) => {
    offsets.push(out.length)
    out += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  out += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}trailer << /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(out.length)}\n%%EOF`
  return bytesOf(out)
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (line: string): string => {
  const heading = /^# (.*)$/u.exec(line)?.[1]
  const style = heading === undefined ? '' : '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
  return `<w:p>${style}<w:r><w:t xml:space="preserve">${heading ?? line}</w:t></w:r></w:p>`
}

/** A line that begins with "# " is a heading. */
export const docx = (lines: readonly string[]): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD}><w:body>${lines.map(paragraph).join('')}</w:body></w:document>`),
  })

/** Chapters are markup of their own. */
export const epub = (chapters: readonly string[]): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8('<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'),
    'OEBPS/book.opf': strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf"><manifest>${chapters.map((_, index) => `<item id="c${String(index)}" href="text/c${String(index)}.xhtml"/>`).join('')}</manifest><spine>${chapters.map((_, index) => `<itemref idref="c${String(index)}"/>`).join('')}</spine></package>`,
    ),
    ...Object.fromEntries(chapters.map((chapter, index) => [`OEBPS/text/c${String(index)}.xhtml`, strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${chapter}</body></html>`)])),
  })

/** A Word file of a few KB with so many MB of nothing inside. `lies`: it says that there is next to nothing. */
export function bomb(megabytes: number, lies: boolean): Uint8Array {
  const packed = zipSync({ 'word/document.xml': new Uint8Array(megabytes * 1_000_000).fill(32) }, { level: 1 })
  if (!lies) return packed
  const data = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const directory = data.getUint32(packed.length - 6, true)
  data.setUint32(directory + 24, 1_000, true)
  data.setUint32(22, 1_000, true)
  return packed
}
