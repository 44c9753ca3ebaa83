import { join } from 'node:path'
import { runTool, startPart, until } from '../../../../scripts/rig/part'
import type { Rig } from './rig'

/** A device that can be pulled and put back. Pulled twice, or put back twice, is an error of the test. */
export interface Plug {
  readonly label: string
  readonly pull: () => Promise<void>
  readonly putBack: () => Promise<void>
}

export interface MicrophonePlug extends Plug {
  /** Plays a sound file into it, for as long as it lasts or until it is stopped. */
  readonly play: (wav: string) => { readonly stop: () => Promise<void> }
}

export interface SpeakerPlug extends Plug {
  /** Records what it plays, as 24 kHz mono. */
  readonly record: (name: string) => Promise<{ readonly wav: string; readonly stop: () => Promise<void> }>
}

const load = (rig: Rig, ...module: string[]): Promise<string> => runTool('pactl', ['load-module', ...module], rig.env)
const unload = (rig: Rig, module: string): Promise<string> => runTool('pactl', ['unload-module', module], rig.env)

/** Two are left and right; more have numbers only, as those of an audio interface. */
const mapOf = (channels: number): string => (channels === 2 ? 'front-left,front-right' : Array.from({ length: channels }, (_, at) => `aux${String(at)}`).join(','))

/** One more microphone. What is played into it goes on while it is pulled: somebody speaks before a dead plug. */
export async function addMicrophone(rig: Rig, name: string, { label = name, channels = 1, properties = '' } = {}): Promise<MicrophonePlug> {
  const shape = channels === 1 ? ['channels=1', 'channel_map=mono'] : [`channels=${String(channels)}`, `channel_map=${mapOf(channels)}`]
  await load(rig, 'module-null-sink', 'norewinds=1', `sink_name=${name}-air`, ...shape)
  const plugIn = () => load(rig, 'module-remap-source', `master=${name}-air.monitor`, `source_name=${name}`, ...shape, `source_properties='device.description=${label} ${properties}'`)
  return { label, ...plug(rig, plugIn, await plugIn()), play: (wav) => startPart('paplay', [`--device=${name}-air`, '--latency-msec=20', wav], rig.env, 'ignore') }
}

/** One more loudspeaker. */
export async function addSpeaker(rig: Rig, name: string): Promise<SpeakerPlug> {
  const plugIn = () => load(rig, 'module-null-sink', 'norewinds=1', `sink_name=${name}`, `sink_properties=device.description=${name}`)
  return { label: name, ...plug(rig, plugIn, await plugIn()), record: (as) => record(rig, `${name}.monitor`, as) }
}

function plug(rig: Rig, plugIn: () => Promise<string>, first: string): Pick<Plug, 'pull' | 'putBack'> {
  let module = first
  return {
    pull: async () => void (await unload(rig, module)),
    putBack: async () => { module = await plugIn() },
  }
}

/** The rig's own loudspeaker is recorded the same way, by the name of its monitor. */
export async function record(rig: Rig, source: string, as: string): Promise<{ readonly wav: string; readonly stop: () => Promise<void> }> {
  const wav = join(rig.folder, `${as}.wav`)
  const format = ['--format=s16le', '--rate=24000', '--channels=1', '--file-format=wav']
  const part = startPart('parec', ['--verbose', `--device=${source}`, '--latency-msec=20', ...format, wav], rig.env, ['ignore', 'ignore', 'pipe'])
  let said = ''
  part.child.stderr?.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await until(part, 'recording', () => Promise.resolve(said.includes('Stream successfully created')))
  return { wav, stop: () => part.stop('SIGINT') }
}
