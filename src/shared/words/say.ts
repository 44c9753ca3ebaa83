import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en'
import type { DrawnValues, Key, PlainKey, Values } from './keys'
import { DEFAULT_LANGUAGE, type Language, localeOf } from './language'
import { pseudo } from './pseudo'
import { asWritten, type Words } from './words'

let language: Language = DEFAULT_LANGUAGE

/** Each text is parsed once, when it is first said. */
const messages = new Map<Key, IntlMessageFormat>()

/** Once, before anything is said: by main at its start, by each page and thread as main tells it. */
export function speak(chosen: Language): void {
  language = chosen
  messages.clear()
}

/** For `Intl`: dates, numbers and lists. */
export const spokenLocale = (): string => localeOf(language)

export const spokenLanguage = (): Language => language

function textOf(key: Key): string {
  const end = key.indexOf('.')
  const room: Readonly<Record<string, string>> = en[key.slice(0, end) as keyof typeof en]
  const text = room[key.slice(end + 1)]
  if (text === undefined) throw new Error(`no words for ${key}`)
  return text
}

function parse(key: Key): IntlMessageFormat {
  const english = new IntlMessageFormat(textOf(key), localeOf(language))
  return language === 'en-XA' ? new IntlMessageFormat(pseudo(english.getAst()), localeOf(language)) : english
}

function messageOf(key: Key): IntlMessageFormat {
  const known = messages.get(key)
  if (known !== undefined) return known
  const made = parse(key)
  messages.set(key, made)
  return made
}

/** The words of a key. Say them where they are shown, not in a constant of a module: that one would keep the language it was loaded in. */
export function say<Of extends PlainKey>(key: Of, ...[values]: Values<Of>): Words {
  return asWritten(String(messageOf(key).format<string>(values)))
}

/** The same in parts, for a page that draws some of them: `<key>` as a key cap, a value as a link. */
export function sayParts<Of extends Key, Part>(key: Of, values: DrawnValues<Of, Part>): readonly (string | Part)[] {
  const said = messageOf(key).format<Part>(values)
  return Array.isArray(said) ? said : [said]
}
