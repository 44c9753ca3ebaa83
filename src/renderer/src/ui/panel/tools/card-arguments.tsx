import { useId, useState } from 'react'
import type { CardArgument } from '../../../../../shared/tools/view'
import { say } from '../../../../../shared/words/say'
import { isLong } from '../../../words/seen-text'
import { SeenText } from '../../parts/card/seen-text'
import { Button } from '../../parts/controls/button'
import './card-arguments.css'

/** What exactly it would be given. */
export function CardArguments({ list }: { readonly list: readonly CardArgument[] }) {
  if (list.length === 0) return null
  return (
    <dl className="card-arguments" data-testid="card-arguments">
      {list.map((each) => <Argument key={each.name} argument={each} />)}
    </dl>
  )
}

function Argument({ argument: { name, text } }: { readonly argument: CardArgument }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const long = isLong(text)
  return (
    <div className="card-argument" data-testid="card-argument">
      <dt><bdi>{name}</bdi></dt>
      <dd>
        <div id={id} className="card-value" data-folded={long && !open}><SeenText text={text} /></div>
        {long && (
          <Button look="plain" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} data-testid="card-show-all">
            {open ? say('common.show-less') : say('tools.show-all', { count: text.length })}
          </Button>
        )}
      </dd>
    </div>
  )
}
