import { expect, test } from 'vitest'
import { SettingsService } from '../../../../src/main/app/settings/settings-service'
import { changesBetween, patched } from '../../../../src/main/app/settings/patched'
import { Asks } from '../../../../src/shared/ipc/contract'
import { defaultSettings, type PreferencesPatch, SETTINGS_GROUPS, SettingsSchema } from '../../../../src/shared/settings'
import { fakeSettingsStore } from '../../../fakes/fake-world'

const NEW = defaultSettings('linux')
const DEVICE = { id: 'd', label: 'Desk microphone' }

/** What arrives of what a page says: main answers when `answer` is called, however long the page went on with its old view. */
function lateMain() {
  const settings = new SettingsService(fakeSettingsStore())
  const waiting: PreferencesPatch[] = []
  return {
    settings,
    say: (patch: PreferencesPatch) => waiting.push(Asks['settings:update'].args.parse([patch])[0]),
    answer: () => waiting.splice(0).map((patch) => settings.update(patch).ok),
  }
}

test('two quick changes in one group never undo each other, however late main answers', () => {
  const { settings, say, answer } = lateMain()
  say({ earconsAt: { start: true } })
  say({ earconsAt: { stop: true } })
  say({ vad: { silenceMs: 900 } })
  say({ vad: { threshold: 0.7 } })
  say({ microphone: { echoCancellation: false } })
  say({ microphone: { followSystem: false, preferred: [DEVICE] } })
  say({ microphone: { gainControl: false } })
  const answers = answer()
  expect({ answers, settings: settings.current }).toEqual({
    answers: answers.map(() => true),
    settings: {
      ...NEW,
      earconsAt: { ...NEW.earconsAt, start: true, stop: true },
      vad: { ...NEW.vad, silenceMs: 900, threshold: 0.7 },
      microphone: { ...NEW.microphone, followSystem: false, preferred: [DEVICE], echoCancellation: false, gainControl: false },
    },
  })
})

test('a field of a group that is not sent arrives with no default', () => {
  const arrives = (patch: PreferencesPatch) => Asks['settings:update'].args.parse([patch])[0]
  const patches: PreferencesPatch[] = [{ microphone: { channel: 2 } }, { speaker: { followSystem: true } }, { speaker: { device: { kind: 'forget', device: 'x' } } }, { vad: { kind: 'semantic' } }, { earconsAt: {} }]
  expect(patches.map(arrives)).toEqual(patches)
})

test.each([{ microphone: { evil: true } }, { microphone: null }, { vad: { silenceMs: 1 } }, { earconsAt: { start: 'yes' } }])('a group with something else in it is refused: %j', (patch) => {
  expect(Asks['settings:update'].args.safeParse([patch]).success).toBe(false)
})

test('every setting that is a group is patched as one', () => {
  const groups = Object.entries(NEW).filter(([field, value]) => typeof value === 'object' && value !== null && !Array.isArray(value) && field !== 'endpoint')
  expect(groups.map(([field]) => field).sort()).toEqual([...SETTINGS_GROUPS].sort())
})

test('two quick changes of the devices are two: each is done to what is there, not to what a page saw', () => {
  const settings = new SettingsService(fakeSettingsStore())
  const device = (id: string) => ({ id, label: id })
  settings.update({ microphone: { followSystem: false, preferred: [device('usb'), device('desk'), device('ears')], channel: 2 } })
  settings.update({ microphone: { device: { kind: 'forget', device: 'usb' } } })
  settings.update({ microphone: { device: { kind: 'forget', device: 'desk' } } })
  expect(settings.current.microphone).toEqual({ ...NEW.microphone, followSystem: false, preferred: [device('ears')], channel: 2 })
})

test('undefined is no change, and what differs is found again as a patch', () => {
  const after = patched(NEW, { zoom: 2, voice: undefined, vad: { threshold: 0.1, silenceMs: undefined } })
  expect([changesBetween(NEW, after), patched(NEW, changesBetween(NEW, after)), SettingsSchema.parse(after)]).toEqual([{ zoom: 2, vad: { threshold: 0.1 } }, after, after])
})

test('a feature hears of a change of its own part, once it is kept, with what was before', () => {
  const settings = new SettingsService(fakeSettingsStore())
  const heard: unknown[] = []
  settings.follow({ part: ['voice', 'zoom'], changed: (before, after) => heard.push([before.voice, after.voice, settings.current.voice]) })
  settings.follow({ part: ['vad'], changed: () => heard.push('vad') })
  settings.update({ theme: 'dark' })
  settings.update({ voice: 'cedar', zoom: 2 })
  settings.update({ voice: 'cedar' })
  settings.adopt({ ...settings.current, vad: { ...NEW.vad, threshold: 0.2 } })
  expect(heard).toEqual([['marin', 'cedar', 'cedar'], 'vad'])
})
