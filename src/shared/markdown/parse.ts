import type { RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** One tilde is an "about" ("20~25"), not a line through the words. */
const syntax = gfm({ singleTilde: false })
/** As parsed: what is found by looking through the words once more has no place in the text. */
const nodes = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))
const OPTIONS = { extensions: [syntax], mdastExtensions: nodes }

/** What a text is made of: CommonMark with GitHub's tables, lines through, tasks, footnotes and bare addresses. */
export const parseMarkdown = (text: string): readonly RootContent[] => fromMarkdown(text, OPTIONS).children

/** Nobody writes quotes or lists this deep; drawing endless ones could run out of stack. */
const DEEP_NEST = /^(?:(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){24}|(?: {48}|\t{12})[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t]))/mu
/** Some marks are compared with each of the others: a paragraph with more of them was made to be slow. */
const MOST_MARKS = 2_000
const MARK = /[*_[~`]/gu
const FENCE = /^ {0,3}(?:```|~~~)/u
const EMPTY_LINE = /\n[ \t]*\n/u

const hasFewMarks = (paragraph: string): boolean => paragraph.length <= MOST_MARKS || FENCE.test(paragraph) || (paragraph.match(MARK)?.length ?? 0) <= MOST_MARKS

/** Whether a text can be taken apart in good time; one that cannot is shown as it is. */
export const isOrdinary = (text: string): boolean => !DEEP_NEST.test(text) && text.split(EMPTY_LINE).every(hasFewMarks)
