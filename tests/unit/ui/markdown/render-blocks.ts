import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { blocksOf } from '../../../../src/shared/markdown/blocks'
import { Markdown } from '../../../../src/renderer/src/ui/parts/markdown/markdown'

/** As the page draws it. */
export const drawn = (text: string, from?: number, to?: number): string =>
  renderToStaticMarkup(createElement(Markdown, { blocks: blocksOf(text, false).finished, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }))
