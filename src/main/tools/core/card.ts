import type { CardArgument } from '../../../shared/tools/view'
import type { Json, JsonObject } from './tool'

/**
 * What turns text round, hides in it or looks like nothing: format and control characters, tags, fillers, private ones, and what Unicode
 * lets a font leave out. The selector that makes an emoji of a sign is none of them behind one.
 */
const UNSEEN = /(?<!\p{Emoji})\uFE0F|(?!\uFE0F)[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u2800]/gu

const written = (character: string): string => `\u27E8U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u27E9`
const shown = (character: string): string => (character === '\n' || character === '\t' ? character : written(character))

/** A person sees all that is there, as it would be used. */
export const visible = (text: string): string => text.toWellFormed().replace(UNSEEN, shown)

/** The same, where nothing may make a line of its own: in a sentence, or where each line is one thing. */
export const visibleInLine = (text: string): string => visible(text).replace(/[\n\t]/g, written)

const valueText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

export const cardArguments = (args: JsonObject): readonly CardArgument[] => Object.entries(args).map(([name, value]) => ({ name: visible(name), text: visible(valueText(value)) }))
