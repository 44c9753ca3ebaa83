import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Speaker } from '../../../../src/renderer/src/audio/playback/speaker'
import { type DevicePreference, SYSTEM_SPEAKER } from '../../../../src/shared/audio/sound-settings'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const device = (id: string, label: string) => ({ id, label, groupId: '', channels: 1 })
const [USB, DESK, BUILT_IN] = [device('u1', 'USB headset'), device('d1', 'Desk'), device('b1', 'Built-in')]
type Known = typeof USB
const preferring = (...preferred: Known[]): DevicePreference => ({ followSystem: false, preferred: preferred.map(({ id, label }) => ({ id, label })) })

function speakerOnTrace() {
  const trace: string[] = []
  const world = { plugged: [USB, DESK, BUILT_IN], system: BUILT_IN as Known | null, refuses: [] as string[] }
  const sink = {
    sinkId: '' as string | { readonly type: 'none' },
    suspend: () => Promise.resolve(void trace.push('suspend')),
    setSinkId: (id: string | { readonly type: 'none' }) => {
      if (typeof id === 'string' && world.refuses.includes(id)) return Promise.reject(new DOMException('', 'AbortError'))
      sink.sinkId = id
      trace.push(typeof id === 'string' ? `sink ${id}` : 'nowhere')
      return Promise.resolve()
    },
  }
  const speakers = {
    refresh: () => Promise.resolve(),
    ranking: ({ preferred }: DevicePreference) => [...preferred.flatMap(({ id }) => world.plugged.find((each) => each.id === id) ?? []), null],
    system: () => world.system,
    has: ({ id }: Known) => world.plugged.some((each) => each.id === id),
  }
  const speaker = new Speaker(sink, speakers, (report) => trace.push(Object.values(report).join(' ')))
  const unplug = (gone: Known) => {
    world.plugged = world.plugged.filter((each) => each !== gone)
    if (world.system === gone) world.system = world.plugged.at(-1) ?? null
    return speaker.devicesChanged()
  }
  return { trace, world, speaker, unplug }
}

test('unplugged: the next of the list at once, then the system one, each told; the better one is back with a later turn', async () => {
  const { trace, world, speaker, unplug } = speakerOnTrace()
  await speaker.use(preferring(USB, DESK))
  await unplug(USB)
  await unplug(DESK)
  world.plugged = [USB, ...world.plugged]
  await speaker.devicesChanged()
  await speaker.prepare()
  vi.advanceTimersByTime(6_000)
  trace.push('next turn')
  await speaker.prepare()
  expect(trace).toEqual([
    'sink u1', 'suspend', 'nowhere', 'sink d1', 'deviceNews speaker-replaced Desk', 'suspend', 'nowhere', 'sink ', 'deviceNews speaker-replaced Built-in', 'next turn', 'sink u1',
  ])
})

test('the system one goes away: the system goes on with another by itself, which is told', async () => {
  const { trace, speaker, unplug } = speakerOnTrace()
  await speaker.use(SYSTEM_SPEAKER)
  await unplug(BUILT_IN)
  expect(trace).toEqual(['suspend', 'nowhere', 'sink ', 'deviceNews speaker-replaced Desk'])
})

test('the system one is away for a moment, as when the sound service dies: it is opened again, and that is no news', async () => {
  const { trace, world, speaker } = speakerOnTrace()
  await speaker.use(SYSTEM_SPEAKER)
  world.plugged = []
  const away = speaker.devicesChanged()
  world.plugged = [USB, DESK, { ...BUILT_IN }]
  world.system = world.plugged[2] ?? null
  await away
  expect([speaker.isUsable, trace]).toEqual([true, ['suspend', 'nowhere', 'sink ']])
})

test('pulled, which breaks the context and shows in the list: the next one, told once, and no failure', async () => {
  const { trace, speaker, unplug } = speakerOnTrace()
  await speaker.use(preferring(USB))
  const broke = speaker.broke()
  await Promise.all([unplug(USB), broke])
  expect([speaker.isUsable, trace]).toEqual([true, ['sink u1', 'suspend', 'nowhere', 'sink ', 'deviceNews speaker-replaced Built-in']])
})

test('another device comes or goes: nothing happens', async () => {
  const { trace, speaker, unplug } = speakerOnTrace()
  await speaker.use(preferring(USB))
  await unplug(DESK)
  expect(trace).toEqual(['sink u1'])
})

test('a device that refuses is a failure, told once for each choice, and the next one is used', async () => {
  const { trace, world, speaker } = speakerOnTrace()
  world.refuses = ['u1']
  await speaker.use(preferring(USB, DESK))
  await speaker.prepare()
  await speaker.use(preferring(USB))
  expect(trace).toEqual(['sink d1', 'speakerFailed', 'sink ', 'speakerFailed'])
})

test('of two choices in a row the later one counts', async () => {
  const { trace, speaker } = speakerOnTrace()
  await Promise.all([speaker.use(preferring(DESK)), speaker.use(preferring(USB))])
  expect(trace.at(-1)).toBe('sink u1')
})

test('a device that broke is told once, and reached again by way of nowhere when it is needed', async () => {
  const { trace, speaker } = speakerOnTrace()
  await speaker.use(preferring(USB))
  const news = await Promise.all([speaker.broke(), speaker.broke()])
  await speaker.mend()
  await speaker.mend()
  expect([news, trace]).toEqual([[true, false], ['sink u1', 'speakerFailed', 'suspend', 'nowhere', 'sink u1']])
})
