import { expect, test } from 'vitest'
import { CardKey } from '../../../../src/main/tools/approval/card-key'
import type { ApproveKey } from '../../../../src/main/tools/core/ports'

function world(isTaken = false) {
  let tell: Parameters<ApproveKey['watchApproveKey']>[1] = () => undefined
  const watched: (string | null)[] = []
  const heard: string[] = []
  const sut = new CardKey({
    key: {
      watchApproveKey: (chord, told) => {
        watched.push(chord)
        tell = told
        return chord !== null
      },
    },
    chord: () => 'Control+Alt+Enter',
    label: () => 'Ctrl+Alt+Enter',
    isTaken: () => isTaken,
    changed: () => heard.push('changed'),
  })
  sut.listen((edge) => heard.push(edge))
  return { sut, watched, heard, tell: (edge: Parameters<typeof tell>[0]) => tell(edge, 0) }
}

test('it is watched while a card is open, and named', () => {
  const { sut, watched } = world()
  const before = sut.label
  sut.watch(true)
  const open = sut.label
  sut.watch(false)
  expect([before, open, sut.label, watched]).toEqual([null, 'Ctrl+Alt+Enter', null, ['Control+Alt+Enter', null]])
})

test('a key that another function has approves nothing', () => {
  const { sut, watched } = world(true)
  sut.watch(true)
  expect([sut.label, watched]).toEqual([null, [null]])
})

test('what the hook does not see is named no more, until it is seen after all', () => {
  const { sut, heard, tell } = world()
  sut.watch(true)
  tell('unseen')
  const unseen = sut.label
  tell('down')
  expect([unseen, sut.label, heard]).toEqual([null, 'Ctrl+Alt+Enter', ['changed', 'down']])
})
