import { expect, test } from 'vitest'
import { KeyState } from '../../../src/main/hotkeys/key-state'
import { createTalkKeys, isApproveKeyTaken } from '../../../src/main/hotkeys/talk-keys'
import { appError } from '../../../src/shared/errors/errors'
import { err, ok } from '../../../src/shared/result'
import { defaultSettings, type Settings } from '../../../src/shared/settings'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeHotkeys } from '../../fakes/fake-world'

const settingsWith = (change: Partial<Settings>): Settings => ({ ...defaultSettings('linux'), ...change })

function keys(change: Partial<Settings> = {}) {
  const hotkeys = new FakeHotkeys()
  const nothing = () => undefined
  const done: string[] = []
  const timers = new FakeTimers()
  const sut = createTalkKeys({
    hotkeys,
    verbs: { prepare: nothing, abandon: nothing, press: () => done.push('press'), release: () => done.push('release'), cancel: nothing, switchMode: nothing, phase: () => 'idle' },
    state: new KeyState(),
    escapeTaken: () => false,
    panelAsked: () => done.push('panel'),
    settings: () => settingsWith(change),
    handsFree: () => false,
    timers,
    act: (work) => work(),
    platform: 'linux',
    notify: nothing,
    changed: nothing,
    keysHeld: nothing,
  })
  return { sut, hotkeys, done, timers }
}

test('a key of another kind is taken, the panel\'s too; one that is not set takes nothing', async () => {
  const { sut, hotkeys } = keys({ panelKey: 'Control+Alt+P' })
  hotkeys.recorded = ok('Control+Alt+P')
  const others = [await sut.record('mode'), await sut.record('panel')]
  hotkeys.recorded = ok('Control+Alt+H')
  expect([...others, await sut.record('panel'), await keys().sut.record('panel')]).toEqual([
    err(appError('key-taken')), ok('Control+Alt+P'), err(appError('key-taken')), err(appError('timeout')),
  ])
})

test('a settings file that gives the panel the key to allow with takes it from allowing', () => {
  const taken = (panelKey: string) => isApproveKeyTaken(settingsWith({ panelKey }))
  expect([taken(''), taken('Control+Alt+P'), taken('Control+Alt+Enter')]).toEqual([false, false, true])
})

test('the key that opens the panel is nothing of the turn: the talk key stays held', () => {
  const { hotkeys, done, timers } = keys()
  hotkeys.listener?.talkKey('down')
  timers.pass(1_000)
  hotkeys.listener?.panelKey()
  hotkeys.listener?.talkKey('up')
  timers.pass(1_000)
  expect(done).toEqual(['press', 'panel', 'release'])
})
