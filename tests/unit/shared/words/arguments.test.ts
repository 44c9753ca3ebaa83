import { describe, expect, expectTypeOf, it } from 'vitest'
import type { TagsOf, ValuesOf } from '../../../../src/shared/words/arguments'
import { say } from '../../../../src/shared/words/say'

describe('values read from a text', () => {
  it('are those it names', () => {
    expectTypeOf<ValuesOf<'Send'>>().toEqualTypeOf<Readonly<Record<never, never>>>()
    expectTypeOf<ValuesOf<'{first} and {second}'>>().toEqualTypeOf<{ readonly first: string; readonly second: string }>()
    expectTypeOf<ValuesOf<'{n, number} of {most, number, ::compact-short}'>>().toEqualTypeOf<{ readonly n: number; readonly most: number }>()
    expectTypeOf<ValuesOf<'on {day, date, long}, {name}'>>().toEqualTypeOf<{ readonly day: Date | number; readonly name: string }>()
  })

  it('are looked for inside of branches, whose words are none', () => {
    expectTypeOf<ValuesOf<'{n, plural, one {message} other {# messages}} in {where}'>>().toEqualTypeOf<{ readonly n: number; readonly where: string }>()
    expectTypeOf<ValuesOf<'{how, select, asked {once} other {by {who}, {n, plural, =0 {never} other {#}}}}.'>>().toEqualTypeOf<{ readonly how: string; readonly who: string; readonly n: number }>()
  })

  it('of several texts are those any of them needs', () => {
    expectTypeOf<ValuesOf<'Nothing' | 'From {name}' | '{n, plural, other {#}}'>>().toEqualTypeOf<{ readonly name: string; readonly n: number }>()
  })

  it('hold its tags', () => {
    expectTypeOf<TagsOf<'Hold <key>{name}</key> and <b>speak</b>'>>().toEqualTypeOf<'key' | 'b'>()
    expectTypeOf<TagsOf<'1 < 2'>>().toEqualTypeOf<never>()
  })
})

describe('a call', () => {
  it('compiles only with a known key and exactly its values', () => {
    const calls = [
      () => say('common.cancel'),
      // @ts-expect-error no such key
      () => say('common.nowhere'),
      // @ts-expect-error no such room
      () => say('nowhere.cancel'),
      // @ts-expect-error a value too many
      () => say('common.cancel', { status: 'a' }),
      // @ts-expect-error none of one
      () => say('tray.tooltip'),
      // @ts-expect-error another one
      () => say('tray.tooltip', { state: 'a' }),
      // @ts-expect-error one that it does not know
      () => say('tray.tooltip', { status: 'a', other: 'b' }),
      // @ts-expect-error a number is formatted by the text: {n, number}
      () => say('tray.tooltip', { status: 2 }),
    ]
    expect(calls[0]?.()).toBe('Cancel')
  })
})
