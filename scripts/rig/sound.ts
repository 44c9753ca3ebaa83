import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCode, runTool, startPart, succeeds, until, type Part, type RigEnv } from './part'

/** Somebody speaking: `done` resolves when the last sample has been played. */
export interface Speech {
  readonly done: Promise<void>
  readonly stop: () => Promise<void>
}

export interface Recording {
  /** Closes the file; only then its header is right. */
  readonly stop: () => Promise<void>
}

/** Nothing that wants privileges, nothing that leaves on its own. Shared memory is too small in some containers. */
const DAEMON_CONFIG = `realtime-scheduling = no
high-priority = no
exit-idle-time = -1
enable-shm = no
flat-volumes = no
default-sample-rate = 48000
`
const MICROPHONE = ['module-remap-source', 'master=micsink.monitor', 'source_name=virtmic', 'source_properties=device.description=Rig-Microphone']
/** Without `norewinds` a null sink works up to two seconds ahead, and whoever joins hears nothing until that is over. */
const NULL_SINK = 'module-null-sink norewinds=1'
const LOUDSPEAKER = `${NULL_SINK} sink_name=spk sink_properties=device.description=Rig-Loudspeaker`
const QUICKLY = '--latency-msec=20'

/** A private sound server: what is played into `micsink` is heard by the microphone `virtmic`; `spk` is the loudspeaker. */
export async function startSound(folder: string, env: RigEnv): Promise<Part> {
  const config = join(folder, 'pulse.conf')
  await writeFile(config, DAEMON_CONFIG)
  const socket = (env['PULSE_SERVER'] ?? '').replace(/^unix:/, '')
  const modules = [`module-native-protocol-unix socket=${socket} auth-anonymous=1`, `${NULL_SINK} sink_name=micsink`, LOUDSPEAKER]
  const args = ['-n', '--daemonize=no', '--use-pid-file=no', '--log-target=stderr', ...modules.flatMap((module) => ['-L', module])]
  const part = startPart('pulseaudio', args, { ...env, PULSE_CONFIG: config }, ['ignore', 'ignore', 'pipe'])
  await until(part, 'sound server', () => succeeds('pactl', ['set-default-sink', 'spk'], env))
  await plugMicrophone(env)
  return part
}

/** Plugs the microphone in and makes it the default one. */
export async function plugMicrophone(env: RigEnv): Promise<void> {
  await runTool('pactl', ['load-module', ...MICROPHONE], env)
  await runTool('pactl', ['set-default-source', 'virtmic'], env)
}

export const unplugMicrophone = async (env: RigEnv): Promise<void> => {
  await runTool('pactl', ['unload-module', 'module-remap-source'], env)
}

/** Speaks a sound file into the microphone. */
export function startSpeaking(wav: string, env: RigEnv): Speech {
  const part = startPart('paplay', ['--device=micsink', QUICKLY, wav], env, 'ignore')
  let stopped = false
  const done = exitCode(part).then((code) => {
    if (code !== 0 && !stopped) throw new Error(`The rig: paplay could not play ${wav}.`)
  })
  // Whoever never looks at `done` must not be ended by it.
  done.catch(() => undefined)
  return { done, stop: () => { stopped = true; return part.stop() } }
}

/** Records what a person in front of the loudspeaker would hear, as 24 kHz mono. Resolves once it is listening. */
export async function recordSpeaker(wav: string, env: RigEnv): Promise<Recording> {
  const format = ['--format=s16le', '--rate=24000', '--channels=1', '--file-format=wav']
  const part = startPart('parec', ['--verbose', '--device=spk.monitor', QUICKLY, ...format, wav], env, ['ignore', 'ignore', 'pipe'])
  let said = ''
  part.child.stderr?.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await until(part, 'recording', () => Promise.resolve(said.includes('Stream successfully created')))
  return { stop: () => part.stop('SIGINT') }
}
