import { expect, test } from 'vitest'
import { letterOf } from '../../../src/main/knowledge/core/cite'
import { vectorsIn } from '../../../src/main/knowledge/core/embedding-reply'
import { isSecretName, kindOf } from '../../../src/main/knowledge/core/file-kind'
import { fuse, spread } from '../../../src/main/knowledge/core/fusion'
import { toInt8 } from '../../../src/main/knowledge/core/int8'
import { passagesOf, type PlacedChunk } from '../../../src/main/knowledge/core/passages'
import { embeddingCost } from '../../../src/main/knowledge/core/prices'
import { anyExpression, partExpression, termsOf } from '../../../src/main/knowledge/core/question'

const terms = (question: string) => termsOf(question).map(({ parts }) => parts.join(' '))

test('a question comes down to the words that say something, each once; all of them where none does', () => {
  expect([terms('Can you tell me what the notice period of my lease is, the lease?'), terms('Wie lange ist die Kündigungsfrist?'), terms('who is it'), terms('…!?')]).toEqual([
    ['notice', 'period', 'lease'], ['lange', 'kundigungsfrist'], ['who', 'is', 'it'], [],
  ])
})

test('nothing of a question is an operator', () => {
  expect([anyExpression(termsOf('NEAR("a b", 2) OR x* -heading:y AND "z')), partExpression({ parts: ['a"bcd'] })]).toEqual([
    '"near" * OR "b" OR "2" OR "x" OR "heading" * OR "z"', '"a""b" AND """bc" AND "bcd"',
  ])
})

test('what stands high in two lists comes before what stands first in one; a boost adds nothing new', () => {
  expect([fuse([[1, 2, 3], [2, 9]]), fuse([[1, 2]], [[2, 7]]), fuse([])]).toEqual([[2, 1, 9, 3], [2, 1], []])
})

test('no more than two of one text, and five in all', () => {
  expect(spread([1, 1, 1, 2, 2, 3, 4].map((text) => ({ text })), 2, 5).map(({ text }) => text)).toEqual([1, 1, 2, 2, 3])
})

const chunk = (text: number, place: number, body: string, overlap = 0): PlacedChunk => ({ text, place, body, overlap, heading: null, page: null })

test('neighbours are one passage, without what both have; all together have 2,500 characters', () => {
  const long = 'x'.repeat(1_200)
  expect([
    passagesOf([chunk(1, 4, 'lo world', 2), chunk(2, 0, 'other'), chunk(1, 3, 'hello')]).map(({ text }) => text),
    passagesOf([chunk(1, 0, long), chunk(2, 0, long), chunk(3, 0, long)]).map(({ text }) => text.length),
  ]).toEqual([['hello world', 'other'], [1_200, 1_200]])
})

test('searches are named A to Z, then AA', () => {
  expect([0, 1, 25, 26, 27, 701, 702].map(letterOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
})

test('a vector keeps its direction in bytes, and all have one size but for those where a value stands out; what has no direction is no vector', () => {
  const wave = (scale: number) => Array.from({ length: 64 }, (_, index) => Math.sin(index * 1.7) * scale)
  const size = (vector: readonly number[]) => Math.round(Math.hypot(...(toInt8(vector) ?? [])))
  const spike = Array.from({ length: 64 }, (_, index) => (index === 3 ? 1 : 0.01))
  expect([size(wave(1)), size(wave(1e-9)), size(wave(1e200)), toInt8(spike)?.slice(2, 5)]).toEqual([size(wave(2)), size(wave(1)), size(wave(1)), Int8Array.from([1, 127, 1])])
  expect([toInt8([0.5, -0.25, 0]), toInt8([0, 0]), toInt8([1, Number.NaN]), toInt8([1, Infinity])]).toEqual([Int8Array.from([44, -22, 0]), null, null, null])
})

test('vectors are taken in the order of what was asked, all of one length', () => {
  const item = (index: number | undefined, value: number, length = 8) => ({ index, embedding: Array.from({ length }, () => value) })
  const read = (reply: unknown, count: number, length: number | null = null) => vectorsIn(reply, count, length)?.map((vector) => vector.length) ?? null
  expect([
    vectorsIn({ data: [item(1, 2), item(0, -1)] }, 2, null)?.map((vector) => vector[0]), read({ data: [item(undefined, 1), item(undefined, 2)] }, 2), read({ data: [item(0, 1), item(0, 1)] }, 2),
    read({ data: [item(0, 1), item(1, 1, 9)] }, 2), read({ data: [item(0, 1)] }, 1, 9), read({ data: [item(0, 1, 7)] }, 1), read({ data: [item(0, 1, 8_193)] }, 1), read({ data: 'x' }, 1), read(null, 1),
  ]).toEqual([[-28, 28], [8, 8], null, null, null, null, null, null, null])
})

test('what it costs is told before, and only where the price is known', () => {
  expect([
    embeddingCost({ url: 'https://api.openai.com/v1', model: 'text-embedding-3-small' }, 4_000_000, false), embeddingCost({ url: 'https://other.example/v1', model: 'text-embedding-3-small' }, 40, false).dollars,
    embeddingCost({ url: 'http://localhost:11434/v1', model: 'x' }, 40, true).dollars,
  ]).toEqual([{ tokens: 1_000_000, dollars: 0.02, asOf: '2026-11-30' }, null, 0])
})

test('keys and wallets are known by their names, papers about them are not', () => {
  const names = ['id_rsa', 'id_ed25519.txt', 'server.PEM', 'a.key', 'Wallet.dat', 'vault.kdbx', 'passwords.txt', 'secrets.md', 'Password policy.pdf', 'Secrets of cooking.epub', 'keynote.txt']
  expect([names.filter(isSecretName), kindOf('A.B.Pdf'), kindOf('README'), kindOf('x.exe')]).toEqual([names.slice(0, 8), 'pdf', null, null])
})
