import { describe, expect, it } from 'vitest'
import { createHold, type Hold } from '../../../../src/renderer/src/state/panel/hold'

function said(act: (hold: Hold) => void): string[] {
  const verbs: string[] = []
  act(createHold({ press: () => void verbs.push('press'), release: () => void verbs.push('release') }))
  return verbs
}

describe('holding the talk button', () => {
  it('makes one press of key repeats', () => {
    expect(said((hold) => ['space', 'space', 'space'].forEach(() => hold.begin('space')))).toEqual(['press'])
  })

  it('ignores the release of somebody who does not hold', () => {
    expect(said((hold) => {
      hold.begin('pointer')
      hold.end('space')
    })).toEqual(['press'])
  })

  it('lets go once, however often it is told', () => {
    expect(said((hold) => {
      hold.begin('pointer')
      hold.letGo()
      hold.end('pointer')
      hold.letGo()
    })).toEqual(['press', 'release'])
  })

  it('says nothing when nobody holds', () => {
    expect(said((hold) => {
      hold.end('space')
      hold.letGo()
    })).toEqual([])
  })
})
