import { describe, expect, it } from 'vitest'
import { keyConflict } from '../../../../src/main/hotkeys/core/conflicts'
import { type KeyEvent, type Modifiers, NO_MODIFIERS, readTalkKey, talkKeyText } from '../../../../src/main/hotkeys/core/keys'
import { watchKey } from '../../../../src/main/hotkeys/core/key-watch'
import { NOTHING_HELD, record, type Recording, type RecordingEnd, type WhichKey } from '../../../../src/main/hotkeys/core/recording'
import { talkKeyLabel } from '../../../../src/main/hotkeys/key-labels'
import { defaultSettings, TalkKeySchema } from '../../../../src/shared/settings'

const event = (edge: KeyEvent['edge'], code: string, modifiers: Partial<Modifiers> = {}): KeyEvent => ({ code, edge, modifiers: { ...NO_MODIFIERS, ...modifiers } })

describe('a talk key as settings keep it', () => {
  it('is read and written back, and named as people read it', () => {
    const texts = ['ControlRight', 'F9', 'Mouse4', 'Control+Alt+Space', 'Shift+Meta+KeyT']
    expect(texts.map((text) => [TalkKeySchema.safeParse(text).success, talkKeyText(readTalkKey(text)), talkKeyLabel(text, 'linux')])).toEqual([
      [true, 'ControlRight', 'Right Ctrl'],
      [true, 'F9', 'F9'],
      [true, 'Mouse4', 'Mouse button 4'],
      [true, 'Control+Alt+Space', 'Ctrl+Alt+Space'],
      [true, 'Shift+Meta+KeyT', 'Shift+Super+T'],
    ])
  })
})

describe('of all that is pressed, the talk key hears', () => {
  const heard = (key: string, ...events: readonly KeyEvent[]) => {
    let isDown = false
    return events.map((each) => {
      const edge = watchKey(readTalkKey(key), isDown, each)
      if (edge === 'down' || edge === 'up') isDown = edge === 'down'
      return edge
    })
  }

  it('its own side, its own edges, and what joins it', () => {
    expect(
      heard('ControlRight', event('down', 'ControlLeft'), event('down', 'KeyC'), event('down', 'ControlRight'), event('down', 'KeyC'), event('down', 'Mouse1'), event('up', 'KeyC'), event('up', 'ControlRight')),
    ).toEqual([null, null, 'down', 'joined-by-key', 'joined-by-mouse', null, 'up'])
  })

  it('a chord only whole, until any of its keys is up', () => {
    const [both, control] = [{ control: true, alt: true }, { control: true }]
    expect([
      heard('Control+Alt+Space', event('down', 'Space', control), event('down', 'Space', { ...both, shift: true }), event('down', 'Space', both), event('up', 'AltRight', control), event('down', 'Space', control)),
      heard('Control+Alt+Space', event('down', 'Space', both), event('up', 'Space', both)),
    ]).toEqual([[null, null, 'down', 'up', null], ['down', 'up']])
  })

  it('the side button of a mouse', () => {
    expect(heard('Mouse4', event('down', 'Mouse1'), event('down', 'Mouse4'), event('up', 'Mouse4'))).toEqual([null, 'down', 'up'])
  })

  it('no left control key in an AltGr, which Windows makes of a right Alt', () => {
    expect([
      heard('AltRight', event('down', 'ControlLeft'), event('down', 'AltRight'), event('down', 'ControlLeft'), event('down', 'KeyQ')),
      heard('ControlLeft', event('down', 'ControlLeft'), event('down', 'AltRight')),
    ]).toEqual([[null, 'down', null, 'joined-by-key'], ['down', 'joined-by-key']])
  })
})

describe('the recorder', () => {
  const recorded = (which: WhichKey, ...events: readonly KeyEvent[]) => {
    let now: Recording = NOTHING_HELD
    let end: RecordingEnd | null = null
    for (const each of events) if (end === null) ({ recording: now, end } = record(now, which, each))
    return end ?? now.held
  }
  const [control, both] = [{ control: true }, { control: true, alt: true }]
  const chord = [event('down', 'ControlLeft', control), event('down', 'AltLeft', both), event('down', 'Space', both)]

  it('shows what is down, and is done when all of it is up', () => {
    expect([
      recorded('talk', ...chord),
      recorded('talk', ...chord, event('up', 'Space', both), event('up', 'ControlLeft'), event('up', 'AltLeft')),
      recorded('mode', ...chord, event('up', 'Space', both), event('up', 'ControlLeft'), event('up', 'AltLeft')),
    ]).toEqual([['ControlLeft', 'AltLeft', 'Space'], { is: 'key', text: 'Control+Alt+Space' }, { is: 'key', text: 'Control+Alt+Space' }])
  })

  it('takes a modifier, a function key, a side button; a chord of modifiers alone it does not', () => {
    const tap = (code: string) => [event('down', code), event('up', code)]
    expect([
      recorded('talk', ...tap('AltRight')),
      recorded('talk', ...tap('F9')),
      recorded('talk', ...tap('Mouse1'), ...tap('Mouse5')),
      recorded('talk', event('down', 'ControlLeft'), event('down', 'ShiftLeft'), event('up', 'ShiftLeft'), event('up', 'ControlLeft')),
      recorded('talk', event('down', 'ControlLeft'), event('down', 'AltRight'), event('up', 'ControlLeft'), event('up', 'AltRight')),
      recorded('mode', ...tap('ControlLeft')),
    ]).toEqual([{ is: 'key', text: 'AltRight' }, { is: 'key', text: 'F9' }, { is: 'key', text: 'Mouse5' }, { is: 'too-many' }, { is: 'key', text: 'AltRight' }, []])
  })

  it('is left with Escape', () => {
    expect(recorded('talk', event('down', 'ControlLeft', control), event('down', 'Escape', control))).toEqual({ is: 'left' })
  })
})

describe('a key that would not do', () => {
  const of = (which: WhichKey, other: string, platform: string, keys: readonly string[]) => keys.map((key) => keyConflict(which, key, [other], platform))

  it('belongs to the system', () => {
    expect([
      of('talk', 'Control+Alt+H', 'linux', ['PrintScreen', 'MetaLeft', 'Alt+Tab', 'Control+Alt+Delete', 'Control+KeyC', 'CapsLock']),
      of('talk', 'Control+Alt+H', 'darwin', ['Meta+KeyC', 'Meta+Space', 'Control+ArrowUp']),
      of('mode', 'ControlRight', 'win32', ['Super+L', 'Alt+F4', 'Control+Shift+Escape', 'Control+V']),
    ].flat()).toEqual(Array.from({ length: 13 }, () => 'key-reserved'))
  })

  it('is held by the way, so it must allow nothing', () => {
    expect(of('approve', 'Control+Alt+H', 'linux', ['Control+Enter', 'F9', 'Enter', 'Control+Alt+H', 'Control+Shift+Enter'])).toEqual(['key-approve', 'key-approve', 'key-approve', 'key-taken', null])
  })

  it('types, or is the other one', () => {
    expect([
      ...of('talk', 'Control+Alt+H', 'linux', ['KeyA', 'Space', 'Shift+KeyA', 'Control+Alt+KeyH']),
      ...of('mode', 'F9', 'linux', ['H', 'F9']),
      ...of('panel', 'Control+Alt+H', 'linux', ['Shift+P', 'Control+Alt+H', 'Control+C', 'Control+Alt+P']),
    ]).toEqual(['key-types', 'key-types', 'key-types', 'key-taken', 'key-types', 'key-taken', 'key-types', 'key-taken', 'key-reserved', null])
  })

  it('is none of the sensible ones', () => {
    const sensible = ['ControlRight', 'AltRight', 'ShiftLeft', 'F9', 'Mouse4', 'Control+Alt+Space', 'Pause']
    const defaults = (['linux', 'win32', 'darwin'] as const).map((platform) => {
      const { talkKey, modeKey, approveKey } = defaultSettings(platform)
      return [keyConflict('talk', talkKey, [modeKey, approveKey], platform), keyConflict('mode', modeKey, [talkKey, approveKey], platform), keyConflict('approve', approveKey, [talkKey, modeKey], platform)]
    })
    expect([of('talk', 'Control+Alt+H', 'linux', sensible), of('talk', 'Control+Alt+H', 'darwin', ['MetaRight'])].flat().concat(defaults.flat())).toEqual(Array.from({ length: 17 }, () => null))
  })
})
