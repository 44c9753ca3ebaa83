/** A server as it was pasted or typed: with everything in it, and with the placeholders that are still to be filled. Never leaves main. */
export interface ServerTemplate {
  /** As it was called where it comes from. */
  readonly name: string
  readonly reach: TemplateReach
  /** What of it Parley does not do, as sentences. */
  readonly notes: readonly string[]
}

export type TemplateReach =
  | { readonly kind: 'stdio'; readonly command: string; readonly args: readonly string[]; readonly cwd: string | null; readonly values: Values }
  | { readonly kind: 'http'; readonly url: string; readonly values: Values; readonly clientId?: string | null }

/** Of the environment or of the headers, by name. */
export type Values = Readonly<Record<string, string>>

/** Something that a placeholder asks for, once. */
export interface TemplateAsk {
  /** "input:token" or "env:NAME" */
  readonly key: string
  readonly words: string
  readonly secret: boolean
  /** Where nothing is typed; null: something must be. */
  readonly otherwise: string | null
}
