import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const TOKENS = join(import.meta.dirname, '..', '..', 'src', 'renderer', 'src', 'ui', 'tokens.css')

/** The two colours of a token, as tokens.css first declares it. */
export function tokenColours(name: string): { readonly light: string; readonly dark: string } {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(readFileSync(TOKENS, 'utf8')) ?? []
  if (light === undefined || dark === undefined) throw new Error(`tokens.css has no --${name} with two colours`)
  return { light, dark }
}
