import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeviceRegistry } from '../../../../src/renderer/src/audio/devices/device-registry'
import { errorName, openMicrophone } from '../../../../src/renderer/src/audio/capture/microphone'
import type { SystemSound } from '../../../../src/shared/ipc/sound'
import { SYSTEM_MICROPHONE } from '../../../../src/shared/audio/sound-settings'
import { fakeStream } from '../support/fake-stream'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const [USB, DESK, EARS] = [{ id: 'u1', label: 'USB headset' }, { id: 'd1', label: 'Desk microphone' }, { id: 'e1', label: 'AirPods' }]
const [EIGHT, STAND_IN] = [{ id: 'i1', label: 'Interface' }, { id: 's1', label: 'Interface (one channel)' }]
const DEAF = { oneChannel: [{ label: EIGHT.label, standIn: STAND_IN.label }] }
const preferring = (...preferred: (typeof USB)[]) => ({ ...SYSTEM_MICROPHONE, followSystem: false, preferred })

type World = Partial<Pick<SystemSound, 'oneChannel'>> & { readonly busy?: readonly string[]; readonly system?: string | null }

/** Devices by id; asking for another is refused as Chromium does it: a name, and no message. `busy` ones are refused otherwise. */
async function fakeMedia(plugged: readonly (typeof USB)[], { busy = [], system = null, oneChannel = [] }: World = {}) {
  const asked: unknown[] = []
  const getUserMedia = (constraints?: MediaStreamConstraints): Promise<MediaStream> => {
    const wish = Object(constraints?.audio).deviceId?.exact ?? 'default'
    asked.push(wish)
    if (busy.includes(wish)) return Promise.reject(new DOMException('', 'NotReadableError'))
    const there = wish === 'default' ? plugged.length > 0 : plugged.some(({ id }) => id === wish)
    return there ? Promise.resolve(fakeStream().stream) : Promise.reject(new DOMException('', wish === 'default' ? 'NotFoundError' : 'OverconstrainedError'))
  }
  const entries = () => plugged.map(({ id, label }) => ({ kind: 'audioinput', deviceId: id, label, groupId: '' }) as MediaDeviceInfo)
  const registry = new DeviceRegistry({ enumerateDevices: () => Promise.resolve(entries()), addEventListener: () => undefined })
  registry.setSystem({ microphone: system, speaker: null, bluetooth: [], oneChannel })
  await registry.refresh()
  return { asked, registry, media: { getUserMedia } }
}

test.each([
  ['the system default', SYSTEM_MICROPHONE, [USB, DESK], {}, ['default'], undefined],
  ['the system default, known by name', SYSTEM_MICROPHONE, [USB, DESK], { system: DESK.label }, ['default'], DESK.label],
  ['another than the Bluetooth one the system has chosen', SYSTEM_MICROPHONE, [EARS, DESK], { system: EARS.label }, ['d1'], DESK.label],
  ['the Bluetooth one when there is no other', SYSTEM_MICROPHONE, [EARS], { system: EARS.label }, ['default'], EARS.label],
  ['the Bluetooth one that was chosen', preferring(EARS), [EARS, DESK], { system: EARS.label }, ['e1'], EARS.label],
  ['the first of the list', preferring(USB, DESK), [USB, DESK], {}, ['u1'], USB.label],
  ['a rotated id by its label', preferring({ ...USB, id: 'old' }), [USB], {}, ['old', 'u1'], USB.label],
  ['the next of the list', preferring(USB, DESK), [DESK, EARS], {}, ['u1', 'd1'], DESK.label],
  ['the next of the list when the first is busy', preferring(USB, DESK), [USB, DESK], { busy: ['u1'] }, ['u1', 'd1'], DESK.label],
  ['the stand-in of the one that was chosen', preferring(EIGHT), [EIGHT, STAND_IN], DEAF, ['s1'], EIGHT.label],
  ['the stand-in of what the system uses', SYSTEM_MICROPHONE, [EIGHT, STAND_IN], { ...DEAF, system: EIGHT.label }, ['s1'], EIGHT.label],
  ['the stand-in of a rotated id', preferring({ ...EIGHT, id: 'old' }), [EIGHT, STAND_IN], DEAF, ['old', 's1'], EIGHT.label],
  ['the next of the list when the stand-in is busy', preferring(EIGHT, DESK), [EIGHT, STAND_IN, DESK], { ...DEAF, busy: ['s1'] }, ['s1', 'd1'], DESK.label],
  ['it all the same where there is no stand-in', preferring(EIGHT), [EIGHT], DEAF, ['i1'], EIGHT.label],
  ['the system default when none of the list is there', preferring(USB), [DESK], {}, ['u1', 'default'], undefined],
])('opens %s', async (_what, wish, plugged, world, tried, label) => {
  const { asked, registry, media } = await fakeMedia(plugged, world)
  const { device } = await openMicrophone(wish, registry, { media })
  expect([asked, device?.label]).toEqual([tried, label])
})

test.each([
  ['nothing is there', preferring(USB), [], {}, 'NotFoundError'],
  ['a busy one tells more than a missing one', preferring(USB), [DESK], { busy: ['default'] }, 'NotReadableError'],
])('fails when %s', async (_what, wish, plugged, world, name) => {
  const { registry, media } = await fakeMedia(plugged, world)
  expect(await openMicrophone(wish, registry, { media }).catch(errorName)).toBe(name)
})

test.each([['chosen', preferring(EIGHT), 'i1'], ["the system's", SYSTEM_MICROPHONE, 'default']])('a stand-in that has just gone: the microphone itself is opened, until there is another (%s)', async (_what, wish, itself) => {
  const plugged = [EIGHT, STAND_IN]
  const { asked, registry, media } = await fakeMedia(plugged, { ...DEAF, system: EIGHT.label })
  plugged.pop()
  const { device, standIn } = await openMicrophone(wish, registry, { media })
  expect([asked, device?.label, standIn]).toEqual([['s1', itself], EIGHT.label, null])
})

test('the one that has just been pulled is not asked for, although the registry still has it', async () => {
  const { asked, registry, media } = await fakeMedia([USB, DESK])
  const { device } = await openMicrophone(preferring(USB, DESK), registry, { media, gone: { ...USB, groupId: '', channels: 1 } })
  expect([asked, device?.label]).toEqual([['d1'], DESK.label])
})

test('what the person has forbidden is not asked for again', async () => {
  const { registry } = await fakeMedia([DESK])
  let asked = 0
  const getUserMedia = () => {
    asked += 1
    return Promise.reject(new DOMException('', 'NotAllowedError'))
  }
  expect([await openMicrophone(preferring(USB, DESK), registry, { media: { getUserMedia } }).catch(errorName), asked]).toEqual(['NotAllowedError', 1])
})

test('a single channel comes unprocessed; else everything is as it was chosen', async () => {
  const { registry } = await fakeMedia([DESK])
  const asked: unknown[] = []
  const getUserMedia = (constraints?: MediaStreamConstraints) => {
    asked.push(constraints?.audio)
    return Promise.resolve(fakeStream().stream)
  }
  await openMicrophone({ ...SYSTEM_MICROPHONE, channel: 3 }, registry, { media: { getUserMedia } })
  await openMicrophone({ ...SYSTEM_MICROPHONE, noiseSuppression: false }, registry, { media: { getUserMedia } })
  expect(asked).toEqual([
    { channelCount: { ideal: 3 }, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    { channelCount: 1, echoCancellation: true, noiseSuppression: false, autoGainControl: true },
  ])
})

test('a microphone that delivers at last is waited for', async () => {
  const { stream, stats } = fakeStream({ totalFrames: 0 })
  setTimeout(() => { stats.totalFrames = 480 }, 19)
  const { registry } = await fakeMedia([DESK])
  const began = Date.now()
  const opened = openMicrophone(SYSTEM_MICROPHONE, registry, { media: { getUserMedia: () => Promise.resolve(stream) } }).then(() => Date.now() - began)
  await vi.runAllTimersAsync()
  expect(await opened).toBe(20)
})

test('a microphone that never delivers is refused and let go', async () => {
  const { stream, isLive } = fakeStream({ totalFrames: 0 })
  const { registry } = await fakeMedia([DESK])
  const opened = openMicrophone(SYSTEM_MICROPHONE, registry, { media: { getUserMedia: () => Promise.resolve(stream) } }).catch(errorName)
  await vi.runAllTimersAsync()
  expect([await opened, isLive()]).toEqual(['NotReadableError', false])
})
