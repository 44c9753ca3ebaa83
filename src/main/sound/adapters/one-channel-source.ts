import { type ChildProcess, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { pactlEnvironment } from './pactl'

/** A source of the sound server, as far as it concerns us. */
export interface Source {
  readonly name: string
  readonly description: string
}

type Shell = ChildProcess & { readonly stdin: Writable }

const OURS = 'parley.'

export const isStandIn = ({ name }: Pick<Source, 'name'>): boolean => name.startsWith(OURS)

/** Known before it is there, so that nobody is ever shown it as one more microphone. Quotes would end the module's argument. */
export const standInFor = ({ name, description }: Source): Source => ({
  name: `${OURS}${name}`,
  description: `${description.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '')} (one channel)`.trim(),
})

/**
 * A module of the sound server outlives who asked for it, so a shell holds it, as one does for `pactl subscribe`: each line says "see
 * that it is there", the end of its input, which comes however we end, unloads it. Found by its name: a server that was restarted
 * gives its numbers to others. A terminal's Ctrl+C is not for the shell.
 */
const HELD = `trap '' HUP INT TERM
name=$1
shift
ours() { pactl list short modules | while read -r id _ args; do case " $args " in *" source_name=$name "*) echo "$id" ;; esac; done; }
there=yes
while [ "$there" ]; do
  [ "$(ours)" ] || pactl load-module module-remap-source "source_name=$name" "$@"
  read -r _ || there=
done
for id in $(ours); do pactl unload-module "$id"; done`

/** Sources of one channel, each made of another one that nobody can open as it is. */
export class OneChannelSources {
  private readonly held = new Map<string, Shell>()
  private stopped = false
  private started = false

  constructor(private readonly environment: NodeJS.ProcessEnv = process.env) {}

  /** These and no others; `present`: all that the server has. */
  keep(masters: readonly Source[], present: readonly Source[]): void {
    if (this.stopped) return
    if (!this.started) this.clear(present)
    this.started = true
    const names = new Set(masters.map(({ name }) => name))
    for (const master of this.held.keys()) if (!names.has(master)) this.letGo(master)
    for (const master of masters) {
      const shell = this.held.get(master.name)
      if (shell === undefined) this.hold(master)
      else if (!present.some(({ name }) => name === standInFor(master).name)) shell.stdin.write('\n')
    }
  }

  stop(): void {
    this.stopped = true
    for (const master of this.held.keys()) this.letGo(master)
  }

  /** What an earlier run has left behind because its shell was killed, too: held for a moment, it is unloaded. */
  private clear(present: readonly Source[]): void {
    for (const { name, description } of present.filter(isStandIn)) {
      const master = name.slice(OURS.length)
      this.hold({ name: master, description })
      this.letGo(master)
    }
  }

  private letGo(master: string): void {
    this.held.get(master)?.stdin.destroy()
    this.held.delete(master)
  }

  private hold(master: Source): void {
    const { name, description } = standInFor(master)
    const shape = [`master=${master.name}`, 'channels=1', 'channel_map=mono', 'remix=yes', `source_properties='device.description="${description}"'`]
    const shell = spawn('/bin/sh', ['-c', HELD, 'sh', name, ...shape], { env: pactlEnvironment(this.environment), stdio: ['pipe', 'ignore', 'ignore'] })
    this.held.set(master.name, shell)
    shell.stdin.on('error', () => undefined) // the shell was killed: `close` tells it
    shell.once('error', () => undefined) // no shell: the same
    shell.once('close', () => {
      if (this.held.get(master.name) === shell) this.held.delete(master.name)
    })
  }
}
