import type { DialectName } from '../../../../shared/providers/profiles/profile'
import { BETA } from './beta'
import type { Dialect } from './dialect'
import { XAI } from './xai'

/** Ends of the hosts of OpenAI and of Azure: the beta shape is fatal there, whatever anybody has set. */
const GA_ONLY = ['openai.com', 'azure.com', 'azure.us', 'azure.cn'] as const

const isGaOnly = (address: string): boolean => {
  const { hostname } = new URL(address)
  const host = hostname.replace(/\.$/, '')
  return GA_ONLY.some((end) => host === end || host.endsWith(`.${end}`))
}

/** Null: nothing need be said otherwise. */
export function dialectOf(address: string, name: DialectName): Dialect | null {
  if (name === 'ga' || isGaOnly(address)) return null
  return name === 'beta' ? BETA : XAI
}
