import { type ItemId, itemId, type ResponseId, responseId } from '../../../../shared/ids'

/** A JSON object as it came, unchecked. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Tolerant reading: what is missing or of another kind is null or empty; only ids that everything hangs on are required. */
export const textAt = (fields: Fields, name: string): string | null => {
  const value = fields[name]
  return typeof value === 'string' ? value : null
}

export const numberAt = (fields: Fields, name: string): number | null => {
  const value = fields[name]
  return typeof value === 'number' ? value : null
}

export const fieldsAt = (fields: Fields, name: string): Fields => {
  const value = fields[name]
  return isFields(value) ? value : {}
}

export const listAt = (fields: Fields, name: string): readonly Fields[] => {
  const value = fields[name]
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** An empty id is no id. */
const idAt = (fields: Fields, name: string): string | null => textAt(fields, name) || null

export const itemAt = (fields: Fields, name: string): ItemId | null => {
  const id = idAt(fields, name)
  return id === null ? null : itemId(id)
}

export const responseAt = (fields: Fields, name: string): ResponseId | null => {
  const id = idAt(fields, name)
  return id === null ? null : responseId(id)
}
