import { type IntlMessageFormat } from 'intl-messageformat'

type Parsed = ReturnType<IntlMessageFormat['getAst']>
type Element = Parsed[number]

/** `TYPE.literal` of the parser. */
const LITERAL = 0

const ACCENTED: ReadonlyMap<string, string> = new Map(
  Array.from('AÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽaåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqɋrŕsštţuûvṽwŵxẋyýzž'.matchAll(/(.)(.)/gu), ([, plain, accented]) => [plain ?? '', accented ?? '']),
)

const VOWEL = /[aeiou]/i

/** Every vowel twice: about as much longer as German is. */
const disguise = (text: string): string => Array.from(text, (each) => (ACCENTED.get(each) ?? each).repeat(VOWEL.test(each) ? 2 : 1)).join('')

const literal = (value: string): Element => ({ type: LITERAL, value })

function disguised(element: Element): Element {
  if (element.type === LITERAL && 'value' in element) return { ...element, value: disguise(element.value) } as Element
  if ('children' in element) return { ...element, children: element.children.map(disguised) }
  if (!('options' in element)) return element
  const options = Object.fromEntries(Object.entries(element.options).map(([name, branch]) => [name, { ...branch, value: branch.value.map(disguised) }]))
  return { ...element, options } as Element
}

/** `[Šéénð]`: accented, longer and between brackets; values, tags and the choice of a branch are left alone. */
export const pseudo = (message: Parsed): Parsed => [literal('['), ...message.map(disguised), literal(']')]
