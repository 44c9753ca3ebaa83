import { z } from 'zod'

/**
 * The kinds of value on the wire, each with what the service says when it got another: the part of its sentence after the colon,
 * or with `whole`, the whole sentence.
 */
const one = (names: readonly unknown[]): string => `expected one of ${names.map((name) => `'${String(name)}'`).join(', ')}`

export const anything = z.unknown()

export const text = z.string('expected a string')

export const flag = z.boolean('expected a boolean')

const fromTo = (kind: string, least: number, most: number): string => `expected ${kind} from ${least} to ${most}`

const bounded = (schema: z.ZodNumber, least: number, most: number) => {
  const words = fromTo('a number', least, most)
  return schema.min(least, words).max(most, words)
}

export const numberIn = (least: number, most: number) => bounded(z.number(fromTo('a number', least, most)), least, most)

export const wholeIn = (least: number, most: number) => {
  const words = fromTo('a whole number', least, most)
  return bounded(z.number(words).refine((value) => Number.isInteger(value), words), least, most)
}

export const oneOf = <const Names extends readonly (string | number)[]>(...names: Names) => z.literal(names, one(names))

export const listOf = <Each extends z.ZodType>(each: Each) => z.array(each, 'expected a list')

/** An object with these fields and no others. */
export const shape = <Needed extends z.ZodRawShape, Other extends z.ZodRawShape = Record<never, never>>(needed: Needed, other?: Other) =>
  z.strictObject({ ...needed, ...z.object(other ?? {}).partial().shape }, 'expected an object')

/** For a union told apart by a field that must be there. */
export const among = (...names: readonly string[]) => ({
  error: ({ code }: { readonly code?: string | undefined }): string => (code === 'invalid_type' ? 'expected an object' : one(names)),
})

const quoted = (names: readonly unknown[]): string => `[${names.map((each) => `'${String(each)}'`).join(', ')}]`
const isModality = (value: readonly unknown[]): boolean => value.length === 1 && ['text', 'audio'].includes(String(value[0]))

/** Spoken or written, one of the two: speech always brings its text along. */
export const modalities = listOf(anything).refine(isModality, {
  error: ({ input }) => `Invalid modalities: ${quoted(Array.isArray(input) ? input : [])}. Supported combinations are: ['text'] and ['audio'].`,
  params: { whole: true },
})

const areFewAndShort = (pairs: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(pairs).length <= 16 && Object.entries(pairs).every(([key, each]) => key.length <= 64 && typeof each === 'string' && each.length <= 512)

/** String pairs of a response's metadata. */
export const metadata = z
  .record(z.string(), anything, 'expected an object of strings')
  .refine(areFewAndShort, 'expected at most 16 string pairs, keys to 64 and values to 512 characters')
