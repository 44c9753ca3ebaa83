import type { ErrorTag } from '../../../shared/errors/errors'

/** What the page and its image worker say to each other. */
export interface ScaleRequest {
  readonly id: number
  readonly file: Blob
}

export type Scaled = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly ok: false; readonly tag: ErrorTag }

export interface ScaleAnswer {
  readonly id: number
  readonly scaled: Scaled
}
