import { useState } from 'react'
import { say } from '../../../../../shared/words/say'
import { Field } from '../../parts/controls/field'
import type { OfferRow } from '../../../words/offer-words'
import type { Listening } from '../../parts/controls/offer-rows'
import { OfferMenu } from '../../parts/controls/offer-menu'
import type { Check } from './checks'
import { TextField } from './text-field'

interface OfferFieldProps {
  readonly name: 'model' | 'voice'
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  /** None: of this server nothing is known, so it is typed. */
  readonly offers: readonly OfferRow[]
  readonly ownLabel: string
  readonly check: Check
  readonly save: (value: string) => Promise<string | null>
  /** `problem`: why it could not be heard. */
  readonly listening?: Listening & { readonly foot: string; readonly problem: string | null }
}

/** Chosen from a menu where the server's offers are known, and typed where they are not or another one is wanted. */
export function OfferField({ name, label, hint, value, offers, ownLabel, check, save, listening }: OfferFieldProps) {
  const [typing, setTyping] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const known = offers.find(({ id }) => id === value)
  const isOwn = typing || known === undefined
  const text = { name, value, check, ...(hint !== undefined && { hint }) }
  if (offers.length === 0) return <TextField {...text} label={label} save={save} />
  const choose = async (id: string) => {
    setTyping(false)
    setProblem(id === value ? null : await save(id))
  }
  const keep = async (own: string) => {
    const failure = await save(own)
    if (failure === null) setTyping(false)
    return failure
  }
  return (
    <>
      <Field label={label} problem={problem ?? listening?.problem ?? null} hint={isOwn ? undefined : hint}>
        {(ids) => (
          <OfferMenu
            {...ids}
            name={name}
            label={label}
            shown={isOwn ? say('settings.custom') : known.name}
            value={isOwn ? '' : value}
            offers={offers}
            own={say('settings.custom')}
            choose={(id) => void choose(id)}
            chooseOwn={() => setTyping(true)}
            listening={listening}
          />
        )}
      </Field>
      {isOwn && <TextField name={name} label={ownLabel} value={value} check={check} save={keep} autoFocus={typing} />}
    </>
  )
}
