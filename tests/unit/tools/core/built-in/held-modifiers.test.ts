import { expect, test } from 'vitest'
import { HeldModifiers } from '../../../../../src/main/tools/core/built-in/held-modifiers'

const [CTRL, ALT, ENTER] = [29, 56, 28]

test.each([
  ['nothing', [], false],
  ['a chord, down', ['+29', '+56', '+28'], true],
  ['one of it is up', ['+29', '+56', '-29'], true],
  ['all of it is up', ['+29', '+56', '-29', '-56'], false],
  ['repeats count once', ['+29', '+29', '+29', '-29'], false],
  ['another key alone', ['+28'], false],
  ['a missed key-up is made good by a key without modifiers', ['+29', '+28 plain'], false],
  ['and not by one with them', ['+29', '+28'], true],
])('held: %s', (_what, events, any) => {
  const sut = new HeldModifiers(new Set([CTRL, ALT]))
  let down = 0
  for (const event of events) {
    const code = Number(/\d+/.exec(event)?.[0])
    const edge = event.startsWith('+') ? 'down' : 'up'
    if (code !== ENTER) down += edge === 'down' ? 1 : -1
    sut.see({ edge, code, anyModifier: !event.endsWith('plain') && down > 0 })
  }
  expect(sut.any).toBe(any)
})
