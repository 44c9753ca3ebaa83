import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** 778 pieces of English documentation with the vectors that all-MiniLM-L6-v2 made of them (Apache-2.0, @sap-ux/fiori-docs-embeddings). */
export interface RealChunk {
  readonly title: string
  readonly text: string
  readonly vector: readonly number[]
}

const FOLDER = join(dirname(fileURLToPath(import.meta.resolve('@sap-ux/fiori-docs-embeddings'))), 'data', 'embeddings')
const LENGTH = 384

export function realChunks(): readonly RealChunk[] {
  const bytes = readFileSync(join(FOLDER, 'embeddings.bin'))
  const floats = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const lines = readFileSync(join(FOLDER, 'records.jsonl'), 'utf8').trim().split('\n')
  return lines.map((line, row) => {
    const { content, title } = JSON.parse(line) as { readonly content: string; readonly title: string }
    return { title, text: content, vector: [...floats.subarray(row * LENGTH, (row + 1) * LENGTH)] }
  })
}

export function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
