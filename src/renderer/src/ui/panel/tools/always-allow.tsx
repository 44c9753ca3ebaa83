import { useEffect, useId, useRef, useState } from 'react'
import type { AlwaysFor } from '../../../../../shared/tools/levels'
import { say } from '../../../../../shared/words/say'
import { alwaysFor } from '../../../words/tools-words'
import { Button } from '../../parts/controls/button'

interface AlwaysAllowProps {
  /** "open pages of example.org" */
  readonly what: string
  readonly allow: (howLong: AlwaysFor) => void
}

/** Out of the way until it is wanted. No menu: Escape means no to the card. Main asks behind each of them. */
export function AlwaysAllow({ what, allow }: AlwaysAllowProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const choices = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) choices.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <>
      <Button look="plain" icon="chevron-down" aria-label={say('tools.always', { what })} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} data-testid="card-always">{say('common.always')}</Button>
      <div ref={choices} id={id} role="group" aria-label={say('tools.always-how-long', { what })} className="card-always" hidden={!open}>
        <p>{say('tools.always', { what })}</p>
        {alwaysFor().map(({ value, words }) => (
          <Button key={value} onClick={() => allow(value)} data-testid={`always-${value}`}>{words}</Button>
        ))}
      </div>
    </>
  )
}
