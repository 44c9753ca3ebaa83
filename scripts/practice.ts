import { readFile } from 'node:fs/promises'
import { HELP, readCommandLine, type CommandLine } from '../src/main/practice/server/command-line'
import { readScript } from '../src/main/practice/script/read-script'
import type { ScriptedResponse } from '../src/main/practice/script/script'
import { PRACTICE_MODEL, startPracticeServer, type PracticeServer } from '../src/main/practice/server/server'
import { sessionLines } from './practice/session-lines'

const EXIT_USAGE = 2

const refuse = (sentence: string): never => {
  console.error(sentence)
  process.exit(EXIT_USAGE)
}

const loadScript = async (path: string | null): Promise<readonly ScriptedResponse[]> => {
  if (path === null) return []
  const text = await readFile(path, 'utf8').catch(() => refuse(`Cannot read the script file "${path}".`))
  return readScript(text) ?? refuse(`"${path}" is not a JSON list of scripted responses.`)
}

const start = async (line: CommandLine): Promise<PracticeServer> =>
  startPracticeServer({
    port: line.port,
    lifetimeSeconds: line.lifetimeSeconds,
    pacing: { speed: line.speed },
    faults: line.faults,
    script: await loadScript(line.scriptFile),
    observe: sessionLines((text) => console.log(text)),
    ...(line.token === null ? {} : { token: line.token }),
  }).catch((reason: unknown) => refuse(`Cannot listen on 127.0.0.1:${line.port}: ${reason instanceof Error ? reason.message : String(reason)}`))

const main = async (): Promise<void> => {
  const line = readCommandLine(process.argv.slice(2))
  if (!line.ok) return refuse(line.error)
  if (line.value.help) return console.log(HELP)
  const server = await start(line.value)
  console.log(`url   ${server.url}?model=${PRACTICE_MODEL}`)
  console.log(`token ${server.token}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)))
}

await main()
