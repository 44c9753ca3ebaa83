import { Fragment, type ReactNode } from 'react'

/** Words of which some are drawn in their own way, as `sayParts` gives them: a key cap in a sentence, a link. */
export function Drawn({ parts }: { readonly parts: readonly ReactNode[] }) {
  return parts.map((part, at) => <Fragment key={at}>{part}</Fragment>)
}
