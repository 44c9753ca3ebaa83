import { ServerLabelSchema } from '../../../../shared/mcp/servers'
import { say } from '../../../../shared/words/say'

const MAX_CHARS = 20
/** A card names the server by it. */
const OWN_NAMES = new Set(['parley'])

/** Null: it can be used; else why not, as a sentence. `others`: the labels that are taken. */
export function labelFault(label: string, others: readonly string[]): string | null {
  if (label === '') return say('setup.name-missing')
  if (label.length > MAX_CHARS) return say('setup.name-too-long', { most: MAX_CHARS, n: label.length })
  if (!ServerLabelSchema.safeParse(label).success) return say('setup.name-characters')
  if (OWN_NAMES.has(label.toLowerCase())) return say('setup.name-ours')
  return others.some((other) => other.toLowerCase() === label.toLowerCase()) ? say('setup.name-taken', { label }) : null
}

const base = (name: string): string => {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-+/, '').slice(0, MAX_CHARS).replace(/-+$/, '')
  return plain === '' ? 'server' : plain
}

/** A label for what is called `name` elsewhere, that nobody has yet. */
export function labelFor(name: string, others: readonly string[]): string {
  const first = base(name)
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : `-${String(count)}`
    const label = `${first.slice(0, MAX_CHARS - end.length).replace(/-+$/, '')}${end}`
    if (labelFault(label, others) === null) return label
  }
}
