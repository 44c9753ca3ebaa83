import { spawn } from 'node:child_process'
import { systemTimers } from '../../platform/adapters/system-timers'
import type { SoundServerEvents, SoundServerListener } from '../core/ports'
import { pactlEnvironment } from './pactl'

/** A sound server that was restarted is there within a second. One that stays away is asked for ever more seldom, up to this. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** Whoever listened that long had a server: the next pause is the first one again. */
const SOUND_MS = 10_000
const NO_TOOL = 127

/**
 * `pactl subscribe` ends neither with its parent nor with a broken pipe, so a shell holds it: the shell reads a pipe of ours, which
 * the kernel closes however we end. It gives up its own end of the output, so that we see the tool's end, too.
 */
const HELD = `command -v pactl >/dev/null || exit ${String(NO_TOOL)}
pactl subscribe &
exec >&-
read -r _
kill $!
wait`

/** What PulseAudio or PipeWire tells while it happens. */
export const pulseEvents = (platform: string, environment: NodeJS.ProcessEnv = process.env): SoundServerEvents => ({
  listen: (listener) => (platform === 'linux' ? keepListening(listener, environment) : () => undefined),
})

function keepListening(listener: SoundServerListener, environment: NodeJS.ProcessEnv): () => void {
  let pauseMs = FIRST_PAUSE_MS
  let leave: () => void = () => undefined
  const begin = () => {
    const began = performance.now()
    leave = listenOnce(listener, environment, (again) => {
      leave = () => undefined
      if (!again) return
      if (performance.now() - began > SOUND_MS) pauseMs = FIRST_PAUSE_MS
      leave = systemTimers.after(pauseMs, () => {
        begin()
        listener.devicesChanged() // a server that was away may be another one
      })
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)
    })
  }
  begin()
  return () => leave()
}

/** `ended`: by itself; whether there is any use in trying again. */
function listenOnce(listener: SoundServerListener, environment: NodeJS.ProcessEnv, ended: (again: boolean) => void): () => void {
  const shell = spawn('/bin/sh', ['-c', HELD], { env: pactlEnvironment(environment), stdio: ['pipe', 'pipe', 'ignore'] })
  const letGo = () => shell.stdin.destroy()
  let left = false
  let rest = ''
  shell.stdout.setEncoding('utf8')
  shell.stdout.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (!left) tell(lines, listener)
  })
  shell.stdout.on('end', letGo)
  shell.stdin.on('error', () => undefined) // the shell was killed: `close` tells it
  shell.once('error', () => undefined) // no shell: the same
  shell.once('close', (code) => {
    if (!left) ended(code !== NO_TOOL && shell.pid !== undefined)
  })
  return () => {
    left = true
    letGo()
  }
}

const STREAM_BEGAN = /^Event 'new' on sink-input #(\d+)$/
const DEVICES_CHANGED = /^Event '(?:(?:new|remove)' on (?:sink|source) |change' on server )#/

function tell(lines: readonly string[], { streamBegan, devicesChanged }: SoundServerListener): void {
  for (const line of lines) {
    const stream = STREAM_BEGAN.exec(line)?.[1]
    if (stream !== undefined) streamBegan(Number(stream))
    else if (DEVICES_CHANGED.test(line)) devicesChanged()
  }
}
