import { expect, test } from 'vitest'
import { FactQueue } from '../../../src/main/platform/fact-queue'
import { silentLogger } from '../../fakes/fake-world'

function queue() {
  const told: string[] = []
  const sut = new FactQueue<string>({ error: (text) => told.push(text) })
  return { sut, told }
}

test('facts are handled in their order, at once where nothing is being handled', () => {
  const { sut, told } = queue()
  sut.handle((fact) => told.push(fact))
  sut.post('a')
  told.push('behind a')
  sut.post('b')
  expect(told).toEqual(['a', 'behind a', 'b'])
})

test('what is posted while a fact is handled comes behind it, and nothing is handled twice', () => {
  const { sut, told } = queue()
  sut.handle((fact) => {
    told.push(`begin ${fact}`)
    if (fact === 'a') for (const next of ['b', 'c']) sut.post(next)
    if (fact === 'b') sut.post('d')
    told.push(`end ${fact}`)
  })
  sut.post('a')
  expect(told).toEqual(['a', 'b', 'c', 'd'].flatMap((fact) => [`begin ${fact}`, `end ${fact}`]))
})

test('a handler that throws is told of, and the next fact is handled all the same', () => {
  const { sut, told } = queue()
  sut.handle((fact) => {
    if (fact === 'bad') throw new Error('no')
    told.push(fact)
  })
  sut.act(() => {
    sut.post('bad')
    sut.post('good')
  })
  expect(told).toEqual(['a fact was not handled', 'good'])
})

test('work from outside is done before what it posts is handled, also where it throws or nests', () => {
  const { sut, told } = queue()
  sut.handle((fact) => told.push(fact))
  const answer = sut.act(() => {
    sut.post('a')
    sut.act(() => sut.post('b'))
    told.push('work')
    return 7
  })
  const thrown = () =>
    sut.act(() => {
      sut.post('c')
      throw new Error('no')
    })
  expect(thrown).toThrow('no')
  sut.post('d')
  expect({ told, answer }).toEqual({ told: ['work', 'a', 'b', 'c', 'd'], answer: 7 })
})

test('without a handler a fact is nobody\'s', () => {
  expect(() => new FactQueue<string>(silentLogger).post('a')).not.toThrow()
})
