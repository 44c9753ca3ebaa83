import { type ReactNode, useId } from 'react'
import './card.css'

interface CardProps {
  readonly title?: string
  readonly children: ReactNode
}

/** Rows that belong together: what each is called at the left, how it is set at the right. */
export function Card({ title, children }: CardProps) {
  const id = useId()
  if (title === undefined) return <div className="setting-card">{children}</div>
  return (
    <div className="setting-group" role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div className="setting-card">{children}</div>
    </div>
  )
}
