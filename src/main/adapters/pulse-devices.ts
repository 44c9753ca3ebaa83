import { z } from 'zod'
import type { SystemSoundSource } from '../core/ports'
import type { SystemSound } from '../../shared/ipc/contract'
import { pactlJson } from './pactl'

const InfoSchema = z.object({ default_source_name: z.string(), default_sink_name: z.string() })
const DevicesSchema = z.array(z.object({ name: z.string(), description: z.string(), properties: z.record(z.string(), z.unknown()) }))

type Devices = z.infer<typeof DevicesSchema>

const UNKNOWN: SystemSound = { microphone: null, speaker: null, bluetooth: [] }

/** Chromium on Linux calls the system's devices "Default" and a Bluetooth headset by its trade name; the sound server knows better. */
export const pulseDevices = (platform: string): SystemSoundSource => ({
  read: () => (platform === 'linux' ? readDevices() : Promise.resolve(UNKNOWN)),
})

async function readDevices(): Promise<SystemSound> {
  const [info, sources, sinks] = await Promise.all([pactlJson(['info']), pactlJson(['list', 'sources']), pactlJson(['list', 'sinks'])])
  const names = InfoSchema.safeParse(info)
  const [inputs, outputs] = [DevicesSchema.safeParse(sources), DevicesSchema.safeParse(sinks)]
  if (!names.success || !inputs.success || !outputs.success) return UNKNOWN
  return {
    microphone: described(inputs.data, names.data.default_source_name),
    speaker: described(outputs.data, names.data.default_sink_name),
    bluetooth: inputs.data.filter(isBluetooth).map(({ description }) => description),
  }
}

const described = (devices: Devices, name: string): string | null => devices.find((device) => device.name === name)?.description ?? null

const isBluetooth = ({ name, properties }: Devices[number]): boolean =>
  name.startsWith('bluez') || properties['device.bus'] === 'bluetooth' || String(properties['device.api']).startsWith('bluez')
