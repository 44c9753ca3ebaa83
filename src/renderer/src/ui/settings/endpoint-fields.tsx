import { useState } from 'react'
import { errorWords } from '../../../../shared/errors/error-words'
import type { SettingsApi } from '../../../../shared/ipc/apis/settings-api'
import type { Endpoint } from '../../../../shared/settings'
import { Select } from '../parts/controls/select'
import { isExposed } from '../../../../shared/providers/loopback'
import { say } from '../../../../shared/words/say'
import { type Key } from '../../../../shared/words/keys'
import { EXAMPLE_ADDRESS, serverAddress } from './fields/checks'
import { Field } from '../parts/controls/field'
import { TextField } from './fields/text-field'

interface EndpointFieldsProps {
  readonly endpoint: Endpoint
  readonly preferences: Pick<SettingsApi, 'useServer'>
}

const endpoints = () => [
  { value: 'practice', words: say('common.echo-test') },
  { value: 'openai', words: say('common.open-ai') },
  { value: 'custom', words: say('settings.server-custom') },
]

const HINTS = {
  practice: 'settings.server-echo-about',
  openai: 'settings.server-open-ai-about',
  custom: 'settings.server-custom-about',
} as const satisfies Readonly<Record<Endpoint['kind'], Key>>

/** A custom server counts only once its address is whole; until then the old endpoint stays. */
export function EndpointFields({ endpoint, preferences }: EndpointFieldsProps) {
  const [addressWanted, setAddressWanted] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const kind = addressWanted ? 'custom' : endpoint.kind
  const take = async (chosen: Endpoint) => {
    const answer = await preferences.useServer({ endpoint: chosen, secret: null })
    return answer.ok ? null : errorWords(answer.error.tag)
  }
  const choose = async (chosen: string) => {
    setAddressWanted(chosen === 'custom' && endpoint.kind !== 'custom')
    if (chosen === 'practice' || chosen === 'openai') setProblem(await take({ kind: chosen }))
  }
  const saveAddress = async (url: string) => {
    const failure = await take({ kind: 'custom', url })
    if (failure === null) setAddressWanted(false)
    return failure
  }
  return (
    <>
      <Field label={say('settings.server')} hint={say(HINTS[kind])} problem={problem}>
        {(ids) => (
          <Select {...ids} name="endpoint" value={kind} choices={endpoints()} choose={(chosen) => void choose(chosen)} />
        )}
      </Field>
      {kind === 'custom' && <AddressField endpoint={endpoint} wanted={addressWanted} saveAddress={saveAddress} />}
    </>
  )
}

interface AddressFieldProps {
  readonly endpoint: Endpoint
  readonly wanted: boolean
  readonly saveAddress: (url: string) => Promise<string | null>
}

function AddressField({ endpoint, wanted, saveAddress }: AddressFieldProps) {
  const url = endpoint.kind === 'custom' ? endpoint.url : ''
  const exposed = isExposed(url) ? { hint: say('settings.address-exposed') } : {}
  return (
    <TextField
      name="url"
      label={say('common.address')}
      placeholder={EXAMPLE_ADDRESS}
      value={url}
      autoFocus={wanted}
      check={serverAddress}
      save={saveAddress}
      {...exposed}
    />
  )
}
