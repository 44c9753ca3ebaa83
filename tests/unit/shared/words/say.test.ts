import { IntlMessageFormat } from 'intl-messageformat'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pseudo } from '../../../../src/shared/words/pseudo'
import { say, sayParts, speak, spokenLocale } from '../../../../src/shared/words/say'

afterEach(() => speak('en'))

const inDisguise = (text: string, values: Record<string, unknown>): unknown =>
  new IntlMessageFormat(pseudo(new IntlMessageFormat(text, 'en').getAst()), 'en').format(values as Record<string, string>)

describe('say', () => {
  it('puts values into a text as they are, braces and tags in them, too', () => {
    expect(say('tray.tooltip', { status: "{status} <b> it's" })).toBe("Parley: {status} <b> it's")
  })

  it('parses a text once', () => {
    const parse = vi.spyOn(IntlMessageFormat, 'resolveLocale')
    for (let n = 0; n < 3; n += 1) say('common.cancel')
    expect(parse.mock.calls.length).toBeLessThanOrEqual(1)
    parse.mockRestore()
  })

  it('speaks the disguised English when told so, with numbers as in English', () => {
    speak('en-XA')
    expect(say('common.cancel')).toBe('[Çååñçéél]'.replace('l]', 'ļ]'))
    expect(spokenLocale()).toBe('en')
  })

  it('gives the parts a page draws', () => {
    const drawn = sayParts('tray.tooltip', { status: { cap: 'Esc' } })
    expect(drawn).toEqual(['Parley: ', { cap: 'Esc' }])
  })
})

describe('the disguise', () => {
  it('is longer, accented and between brackets, and leaves values, tags and branches as they are', () => {
    const text = 'Hold <key>{name}</key>: {n, plural, one {# message} other {# messages}}'
    const said = inDisguise(text, { name: 'Esc', n: 2, key: (inside: readonly string[]) => `<${inside.join('')}>` })
    expect(said).toBe('[Ĥööļð <Esc>: 2 ɱééššååĝééš]')
  })

  it('is made of every branch', () => {
    expect(['a', 'b'].map((how) => inDisguise('{how, select, a {one} other {two}}', { how }))).toEqual(['[ööñéé]', '[ţŵöö]'])
  })
})
