import { vi } from 'vitest'
import { Capture } from '../../../../src/renderer/src/audio/capture/capture'
import { SYSTEM_MICROPHONE } from '../../../../src/shared/audio/sound-settings'
import { fakeStream } from './fake-stream'

const device = (id: string, label: string) => ({ id, label, groupId: id, channels: 1 })
export const [USB, BUILT_IN] = [device('u1', 'USB headset'), device('b1', 'Built-in')]
export const WISH = SYSTEM_MICROPHONE
export const USB_WISH = { ...WISH, followSystem: false, preferred: [{ id: USB.id, label: USB.label }] }
export const settle = () => vi.advanceTimersByTimeAsync(0)

/** A capture whose world answers when told to, and whose every effect is one word in the trace. */
export function captureOnTrace() {
  const trace: string[] = []
  const opening: { readonly resolve: (stream: MediaStream) => void; readonly reject: (error: unknown) => void }[] = []
  const world = { runs: true, plugged: [USB, BUILT_IN], best: BUILT_IN, bluetooth: '', standIn: '' }
  let devicesChanged = () => {}
  const sink = {
    run: () => Promise.resolve(world.runs),
    attach: () => void trace.push('attach'),
    detach: () => void trace.push('detach'),
    flows: () => {},
    show: () => {},
    sleep: () => void trace.push('sleep'),
  }
  const standIn = () => (world.standIn === '' ? null : world.standIn)
  const microphones = {
    open: (_wish: unknown, _gone: unknown, arrived: (stream: MediaStream) => void) => {
      trace.push('open')
      const stream = new Promise<MediaStream>((resolve, reject) => void opening.push({ resolve, reject }))
      return stream.then((opened) => {
        arrived(opened)
        return { stream: opened, device: world.best, standIn: standIn() }
      })
    },
    refresh: () => Promise.resolve(),
    best: () => world.best,
    has: (wanted: typeof USB | null) => wanted !== null && world.plugged.includes(wanted),
    standIn,
    isBluetooth: ({ id }: typeof USB) => id === world.bluetooth,
    isSlow: () => world.best.id === world.bluetooth,
    watch: (changed: () => void) => {
      devicesChanged = changed
      return () => { devicesChanged = () => {} }
    },
  }
  const capture = new Capture(sink, microphones, (report) => void trace.push(Object.values(report).map(String).join(' ')))
  const answer = async (at: number) => {
    const fake = fakeStream()
    opening[at]?.resolve(fake.stream)
    await settle()
    return fake
  }
  const refuse = async (at: number, name: string) => {
    opening[at]?.reject(new DOMException('', name))
    await settle()
  }
  const unplug = (gone: typeof USB, next = BUILT_IN) => {
    world.plugged = world.plugged.filter((each) => each !== gone)
    world.best = next
    devicesChanged()
  }
  return { trace, world, capture, answer, refuse, unplug, changed: () => devicesChanged() }
}
