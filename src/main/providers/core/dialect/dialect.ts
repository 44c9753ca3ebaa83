import type { Fields } from '../../../talk/core/realtime/wire-fields'

/** How a server's protocol differs from GA in its words. Everything inside is GA; this stands at the edge of the socket. Pure, and total. */
export interface Dialect {
  /** One event of ours as the server takes it; null: it has no word for it. */
  encode(event: Fields): Fields | null
  /** One event of the server as GA would say it: some are two. */
  decode(event: Fields): readonly Fields[]
}

/** The same object with other fields; what is undefined is left out. */
export const withFields = (base: Fields, changed: Fields): Fields =>
  Object.fromEntries(Object.entries({ ...base, ...changed }).filter(([, value]) => value !== undefined))

/** The same without these. */
export const without = (base: Fields, ...names: readonly string[]): Fields => Object.fromEntries(Object.entries(base).filter(([name]) => !names.includes(name)))
