/** What a message asks for, read from its own text: a call with one value too few or too many does not compile. */

/** Whose argument was opened: the words of a branch stand in braces, too, and are none. */
type Frame = 'words' | 'branches'
type Stack = readonly Frame[]

/** `n, plural, one {…}`: the branches follow. `n, number`: it ends here. */
type Branching = 'plural' | 'select' | 'selectordinal'
type Formatted<Kind extends string> = Kind extends `number${string}` ? number : Kind extends `${'date' | 'time'}${string}` ? Date | number : never

/** Reads on behind an opening brace that begins an argument. */
type Opened<After extends string, Open extends Stack, Found> = After extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, ${infer Kind}`
    ? Kind extends `${infer How extends Branching},${string}`
      ? After extends `${string},${string},${infer Branches}` ? Scan<Branches, readonly ['branches', ...Open], Found | readonly [Name, How extends 'select' ? string : number]> : never
      : Scan<Rest, Open, Found | readonly [Name, Formatted<Kind>]>
    : Scan<Rest, Open, Found | readonly [Head, string]>
  : never

type Closed<Open extends Stack> = Open extends readonly [Frame, ...infer Below extends Stack] ? Below : never

type Scan<Text extends string, Open extends Stack, Found> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Text extends `${string}}${infer Behind}` ? Scan<Behind, Closed<Open>, Found> : never
    : Open extends readonly ['branches', ...Stack] ? Scan<After, readonly ['words', ...Open], Found> : Opened<After, Open, Found>
  : Found

/** `<key>Esc</key>`: what a page draws in its own way. */
type Tags<Text extends string, Found = never> = Text extends `${string}</${infer Name}>${infer Rest}` ? Tags<Rest, Found | Name> : Found

type ArgumentsOf<Text extends string> = Text extends string ? Scan<Text, readonly ['words'], never> : never

/** Of several texts (a key put together from a tag): whatever one of them needs. */
export type ValuesOf<Text extends string> = { readonly [Each in ArgumentsOf<Text> as Each[0]]: Each[1] }

export type TagsOf<Text extends string> = Text extends string ? Tags<Text> : never
