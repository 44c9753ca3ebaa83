import { type ReactNode, useId } from 'react'
import './card.css'
import './sheet.css'

interface SheetProps {
  readonly title?: string
  readonly children: ReactNode
}

/** A card whose inside is no row of a setting: a list, or a form with its names above its fields. */
export function Sheet({ title, children }: SheetProps) {
  const id = useId()
  if (title === undefined) return <div className="setting-sheet">{children}</div>
  return (
    <section className="setting-group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div className="setting-sheet">{children}</div>
    </section>
  )
}
