import type { TagsOf, ValuesOf } from './arguments'
import type { en } from './en'

type Catalogue = typeof en
type Room = keyof Catalogue

/** `panel.send`. */
export type Key = { [Each in Room]: `${Each}.${keyof Catalogue[Each] & string}` }[Room]

export type TextOf<Of extends Key> = Of extends `${infer At extends Room}.${infer Name}` ? Name extends keyof Catalogue[At] ? Catalogue[At][Name] & string : never : never

/** What `say` takes behind the key: nothing, or exactly the values of its text. */
export type Values<Of extends Key> = keyof ValuesOf<TextOf<Of>> extends never ? readonly [] : readonly [values: ValuesOf<TextOf<Of>>]

type Draw<Part> = (inside: readonly (string | Part)[]) => Part

/** The same with tags, each drawn by a function, and values that may be drawn, too. */
export type DrawnValues<Of extends Key, Part> = { readonly [Name in keyof ValuesOf<TextOf<Of>>]: ValuesOf<TextOf<Of>>[Name] | Part } & { readonly [Tag in TagsOf<TextOf<Of>>]: Draw<Part> }

/** A text with tags can only be drawn. */
export type PlainKey = { [Each in Key]: TagsOf<TextOf<Each>> extends never ? Each : never }[Key]
