import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { en } from '../../../../src/shared/words/en'
import { sourceFiles } from '../../../support/source-files'

const texts = Object.entries(en).flatMap(([room, words]) => Object.entries(words).map(([name, text]: [string, string]) => ({ key: `${room}.${name}`, text })))
const sources = sourceFiles('src').filter(({ path }) => !path.startsWith('src/shared/words/en/'))

/** `'panel.send'`, and `` `errors.${tag}` ``, which stands for each key it could become; its types say which those are. */
function usedKeys(): (key: string) => boolean {
  const rooms = Object.keys(en).join('|')
  const plain = new RegExp(`['"]((?:${rooms})\\.[\\w.-]+)['"]`, 'g')
  const made = new RegExp(`\`((?:${rooms})\\.[^\`\\s]*\\$\\{[^\`]*)\``, 'g')
  const all = sources.map(({ text }) => text).join('\n')
  const named = new Set(Array.from(all.matchAll(plain), ([, key]) => key ?? ''))
  const patterns = Array.from(all.matchAll(made), ([, key]) => new RegExp(`^${(key ?? '').replace(/\$\{[^}]*\}/g, '\0').replace(/[.\\^$*+?()[\]{}|]/g, '\\$&').replaceAll('\0', '[\\w.-]+')}$`))
  return (key) => named.has(key) || patterns.some((pattern) => pattern.test(key))
}

describe('the catalogue', () => {
  it('has no key that nobody says', () => {
    const isUsed = usedKeys()
    expect(texts.filter(({ key }) => !isUsed(key)).map(({ key }) => key)).toEqual([])
  })

  it('has no text that cannot be parsed or says nothing', () => {
    const faults = texts.filter(({ text }) => {
      try {
        return text.trim() === '' || new IntlMessageFormat(text, 'en').getAst().length === 0
      } catch {
        return true
      }
    })
    expect(faults).toEqual([])
  })

  /** The compiler reads the values from the text and knows no quoting. */
  it('quotes no brace or tag', () => {
    expect(texts.filter(({ text }) => /'[{}<]/.test(text))).toEqual([])
  })

  it('says nothing of ours that the house does not say', () => {
    const odd = /!|\bsorry\b|\bplease\b|\boops\b|loudspeaker|\b(?:a|the|this|your|last|next|old|new|each|whole|every) talk\b(?! (?:key|button))/i
    expect(texts.filter(({ text }) => odd.test(text))).toEqual([])
  })

  it('has what Parley’s own tools are called and have done', () => {
    const literal = /\b(?:title|explanation|said|heading)\??: (?:[^\n{}]*\? )?['"`][A-Z]/u
    const folders = /^src\/main\/(?:tools|reminders|memory|knowledge|mcp|history)\//u
    expect(sources.filter(({ path, text }) => folders.test(path) && literal.test(text)).map(({ path }) => path)).toEqual([])
  })
})
