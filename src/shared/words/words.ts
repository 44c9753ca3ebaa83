declare const WORDS: unique symbol

/**
 * What may stand before a person: it came out of a catalogue, or is `asWritten` by somebody else. Main's menus
 * take nothing else, so a sentence in the middle of the code does not compile there.
 */
export type Words = string & { readonly [WORDS]: true }

/** A name, a path, a host, a title, an answer: shown as its author wrote it. Never for a sentence of ours. */
export const asWritten = (text: string): Words => text as Words

/** For dialogs: what is said, one below the other. */
export const inLines = (lines: readonly string[]): Words => asWritten(lines.join('\n'))

/** And with room between, without the empty ones. */
export const inParagraphs = (lines: readonly Words[]): Words => asWritten(lines.filter((line) => line !== '').join('\n\n'))
