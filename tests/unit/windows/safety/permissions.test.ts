import { expect, test } from 'vitest'
import { type Ask, mayHave, mayProbablyHave } from '../../../../src/main/windows/safety/permissions'

const ask = (over: Partial<Ask>): Ask => ({ permission: 'media', isPanel: true, isMainFrame: true, mediaTypes: ['audio'], mediaType: 'audio', ...over })

test('the panel may have a microphone, in its own document, and nothing beside it', () => {
  const asks = [{}, { permission: 'speaker-selection' }, { mediaTypes: [] }, { mediaTypes: ['video'] }, { mediaTypes: ['audio', 'video'] }, { mediaTypes: ['audio', 'audio'] }, { isMainFrame: false }, { isPanel: false }, { permission: 'display-capture' }, { permission: 'clipboard-read' }, { permission: 'speaker-selection', isMainFrame: false }]
  expect(asks.map((each) => mayHave(ask(each)))).toEqual([true, true, ...asks.slice(2).map(() => false)])
})

test('a wish of no known kind is refused', () => {
  expect(mayHave({ permission: 'media', isPanel: true, isMainFrame: true })).toBe(false)
})

test('what it may have ahead is the same', () => {
  const asks = [{}, { mediaType: 'video' }, { mediaType: 'unknown' }, { isMainFrame: false }, { isPanel: false }, { permission: 'speaker-selection' }, { permission: 'geolocation' }]
  expect(asks.map((each) => mayProbablyHave(ask(each)))).toEqual([true, false, false, false, false, true, false])
})
