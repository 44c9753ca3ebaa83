import { errors, expiredSentence, closeReason, type ErrorBody } from '../session/errors'

/** Every way a running connection can end or die, name → what happens. */
export const CUT_DOCS = {
  drop: 'Cuts TCP (1006)',
  'half-open': 'Stops reading and writing for good, pongs included; TCP stays open',
  expire: 'Ends the session with error session_expired and close 1001',
  'close-1000': 'Ends it with close 1000, and says nothing',
  'close-4000-silent': 'Ends it with close 4000, and says nothing',
  'close-1008': 'Ends it with error insufficient_quota and close 1008',
  'close-3000': 'Ends it with error invalid_api_key and close 3000',
  'close-4000': 'Ends it with error invalid_model and close 4000',
} as const

/** When it happens; a number in the text is the default of `=VALUE`. Counts are those of one connection. */
export const MOMENT_DOCS = {
  'after-ms': 'VALUE ms (1000) after the connect',
  'after-events': 'when VALUE (10) client events have arrived',
  'after-appends': 'when VALUE (10) audio appends have arrived',
  'on-commit': 'as commit number VALUE (1) arrives, before anything is answered',
  'on-create': 'as response.create number VALUE (1) arrives, before anything is answered',
  'mid-answer': 'after VALUE (2) audio deltas',
} as const

export type CutKind = keyof typeof CUT_DOCS
export type CutMoment = keyof typeof MOMENT_DOCS
export type CutFault = `${CutKind}-${CutMoment}`

export const CUT_KINDS: readonly CutKind[] = ['drop', 'half-open', 'expire', 'close-1000', 'close-4000-silent', 'close-1008', 'close-3000', 'close-4000']
export const CUT_MOMENTS: readonly CutMoment[] = ['after-ms', 'after-events', 'after-appends', 'on-commit', 'on-create', 'mid-answer']

export const cutFaultsAt = (moment: CutMoment): readonly { readonly kind: CutKind; readonly fault: CutFault }[] =>
  CUT_KINDS.map((kind) => ({ kind, fault: `${kind}-${moment}` as const }))

/** The default of a moment's VALUE, as its line says. */
export const defaultValue = (moment: CutMoment): number => Number(/\((\d+)\)/.exec(MOMENT_DOCS[moment])?.[1] ?? 1)

/** How a server closes; `null`: it does not. */
export interface Closing {
  /** Its last words, if there are any. */
  readonly body: ErrorBody | null
  readonly closeCode: number
  readonly reason: string
}

const refusal = (body: ErrorBody, closeCode: number): Closing => ({ body, closeCode, reason: closeReason(body) })

export const closingOf = (kind: CutKind, lifetimeSeconds: number, model: string): Closing | null => {
  switch (kind) {
    case 'drop':
    case 'half-open':
      return null
    case 'expire':
      return { body: errors.sessionExpired(lifetimeSeconds), closeCode: 1_001, reason: expiredSentence(lifetimeSeconds) }
    case 'close-1000':
      return { body: null, closeCode: 1_000, reason: '' }
    case 'close-4000-silent':
      return { body: null, closeCode: 4_000, reason: '' }
    case 'close-1008':
      return refusal(errors.insufficientQuota(), 1_008)
    case 'close-3000':
      return refusal(errors.invalidApiKey(), 3_000)
    case 'close-4000':
      return refusal(errors.invalidModel(model), 4_000)
  }
}
