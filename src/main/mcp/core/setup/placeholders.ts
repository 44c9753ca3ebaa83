import { err, ok, type Result } from '../../../../shared/result'
import type { TemplateAsk, TemplateReach, Values } from './server-template'
import { say } from '../../../../shared/words/say'

/** `${input:id}`, `${env:NAME}`, `${userHome}`; of values also `${NAME}` and `${NAME:-else}`, which other programs fill from their environment. */
const NAMED = /\$\{(input|env):([^}:]{1,128})\}/g
const PLAIN = /\$\{([A-Za-z_][A-Za-z0-9_]{0,127})(?::-([^}]{0,1000}))?\}/g
const HOME = /\$\{(?:userHome|env:HOME|env:USERPROFILE|HOME)\}|^~(?=$|[\\/])/g
/** What only an editor knows. */
const EDITOR = /\$\{(workspaceFolder\w*|file\w*|relativeFile\w*|cwd|pathSeparator|\/|command:[^}]*|config:[^}]*|lineNumber|selectedText|extensionInstallFolder\w*)(?::[^}]*)?\}/

export interface InputWords {
  readonly words: string
  readonly secret: boolean
  readonly otherwise: string | null
}

const textsOf = (reach: TemplateReach): readonly string[] => (reach.kind === 'stdio' ? [reach.command, ...reach.args, reach.cwd ?? ''] : [reach.url, reach.clientId ?? ''])

/** What is asked of the person before this can be used; a value that an open place would get is no secret there. */
export function asksOf(reach: TemplateReach, inputs: ReadonlyMap<string, InputWords>): Result<readonly TemplateAsk[], string> {
  const texts = [...textsOf(reach), ...Object.values(reach.values)]
  const editor = texts.map((text) => EDITOR.exec(text)?.[0]).find((found) => found !== undefined)
  if (editor !== undefined) return err(say('setup.editor-value', { text: editor }))
  const open = textsOf(reach).flatMap((text) => askedIn(text, false, inputs))
  const hidden = open.find(({ key, secret }) => secret && key.startsWith('input:'))
  if (hidden !== undefined) return err(say('setup.open-secret', { name: hidden.words }))
  const all = [...open.map((ask) => ({ ...ask, secret: false })), ...Object.values(reach.values).flatMap((text) => askedIn(text, true, inputs))]
  return ok(all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at))
}

function askedIn(text: string, isValue: boolean, inputs: ReadonlyMap<string, InputWords>): readonly TemplateAsk[] {
  const rest = text.replace(HOME, '')
  const named = [...rest.matchAll(NAMED)].map(([, kind = '', name = '']) => askOf(kind, name, inputs))
  const plain = isValue ? [...rest.matchAll(PLAIN)].map(([, name = '', otherwise]) => ({ key: `env:${name}`, words: name, secret: true, otherwise: otherwise ?? null })) : []
  return [...named, ...plain]
}

function askOf(kind: string, name: string, inputs: ReadonlyMap<string, InputWords>): TemplateAsk {
  const input = kind === 'input' ? inputs.get(name) : undefined
  return { key: `${kind}:${name}`, words: input?.words ?? name, secret: input?.secret ?? true, otherwise: input?.otherwise ?? null }
}

export type Answers = ReadonlyMap<string, string>

/** The same with everything filled in. `home`: of the person. */
export function filled(reach: TemplateReach, answers: Answers, home: string): TemplateReach {
  const open = (text: string) => fill(text, answers, home, false)
  const values: Values = Object.fromEntries(Object.entries(reach.values).map(([name, value]) => [name, fill(value, answers, home, true)]))
  return reach.kind === 'http'
    ? { kind: 'http', url: open(reach.url), values, ...(reach.clientId ? { clientId: open(reach.clientId) } : {}) }
    : { kind: 'stdio', command: open(reach.command), args: reach.args.map(open), cwd: reach.cwd === null ? null : open(reach.cwd), values }
}

/** In one pass: what was typed is never looked at for placeholders again. */
function fill(text: string, answers: Answers, home: string, isValue: boolean): string {
  return text.replace(HOME, () => home).replace(isValue ? /\$\{(?:(input|env):)?([^}:]{1,128})(?::-([^}]{0,1000}))?\}/g : NAMED, (whole, kind: string | undefined, name: string) => answers.get(`${kind ?? 'env'}:${name}`) ?? whole)
}
