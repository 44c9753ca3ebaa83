import { expect, test } from 'vitest'
import { giveWay } from '../../../../../src/main/mcp/adapters/process/priority'

test.each([[0, [10]], [-5, [10]], [10, []], [15, []]])('from %d it is only ever lowered', (now, expected) => {
  const set: number[] = []
  giveWay(() => now, (priority) => set.push(priority))
  expect(set).toEqual(expected)
})
