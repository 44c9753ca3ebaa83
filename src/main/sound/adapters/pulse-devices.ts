import { z } from 'zod'
import type { SystemSoundSource } from '../core/ports'
import type { SystemSound } from '../../../shared/ipc/sound'
import type { DevicePreference } from '../../../shared/audio/sound-settings'
import { isStandIn, OneChannelSources, standInFor } from './one-channel-source'
import { pactlJson } from './pactl'

const InfoSchema = z.object({ server_name: z.string(), default_source_name: z.string(), default_sink_name: z.string() })
const DevicesSchema = z.array(
  z.object({ name: z.string(), description: z.string(), channel_map: z.string().catch(''), monitor_source: z.string().catch(''), properties: z.record(z.string(), z.unknown()) }),
)

type SoundServerFacts = z.infer<typeof InfoSchema>
type Devices = z.infer<typeof DevicesSchema>

const UNKNOWN: SystemSound = { microphone: null, speaker: null, bluetooth: [], oneChannel: [] }

/**
 * Chromium on Linux calls the system's devices "Default" and a Bluetooth headset by its trade name; the sound server knows better. And
 * Chromium opens two channels whatever it is asked for: a microphone that has nothing to give to two gets a stand-in of one channel.
 */
export function pulseDevices(platform: string, standIns: OneChannelSources = new OneChannelSources()): SystemSoundSource {
  let last = UNKNOWN
  return {
    read: async (wish) => {
      const now = platform === 'linux' ? await readDevices(wish, standIns) : null
      last = now ?? { ...UNKNOWN, oneChannel: last.oneChannel } // a server that is slow to answer has its microphones still
      return last
    },
    stop: () => standIns.stop(),
  }
}

/** The one that our stand-in stands for, should the system have chosen that. */
const defaultOf = (sources: Devices, { default_source_name: chosen }: SoundServerFacts): Devices[number] | undefined =>
  sources.find(({ name }) => name === chosen && !isStandIn({ name })) ?? sources.find((source) => standInFor(source).name === chosen)

const NAMELESS_CHANNELS = /^aux\d+(,aux\d+)*$/

/** PulseAudio gives zeros to who wants left and right of channels that have only numbers. PipeWire counts them off instead. */
const isDeafInStereo = ({ channel_map: map, monitor_source: monitor }: Devices[number], { server_name: server }: SoundServerFacts): boolean =>
  monitor === '' && NAMELESS_CHANNELS.test(map) && !server.includes('PipeWire')

const isPreferred = ({ description }: Devices[number], { followSystem, preferred }: DevicePreference): boolean =>
  !followSystem && preferred.some(({ label }) => label === description)

const isBluetooth = ({ name, properties }: Devices[number]): boolean =>
  name.startsWith('bluez') || properties['device.bus'] === 'bluetooth' || String(properties['device.api']).startsWith('bluez')

async function readDevices(wish: () => DevicePreference, standIns: OneChannelSources): Promise<SystemSound | null> {
  const [info, sources, sinks] = await Promise.all([pactlJson(['info']), pactlJson(['list', 'sources']), pactlJson(['list', 'sinks'])])
  const names = InfoSchema.safeParse(info)
  const [inputs, outputs] = [DevicesSchema.safeParse(sources), DevicesSchema.safeParse(sinks)]
  if (!names.success || !inputs.success || !outputs.success) return null
  const microphone = defaultOf(inputs.data, names.data)
  const deaf = inputs.data.filter((source) => isDeafInStereo(source, names.data))
  standIns.keep(deaf.filter((source) => source === microphone || isPreferred(source, wish())), inputs.data)
  return {
    microphone: microphone?.description ?? null,
    speaker: outputs.data.find(({ name }) => name === names.data.default_sink_name)?.description ?? null,
    bluetooth: inputs.data.filter(isBluetooth).map(({ description }) => description),
    oneChannel: deaf.map((source) => ({ label: source.description, standIn: standInFor(source).description })),
  }
}
