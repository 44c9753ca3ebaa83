import { expect, it } from 'vitest'
import { InvokeSchemas, SendSchemas } from '../../../src/shared/ipc/contract'
import { mayUse, type PageName } from '../../../src/main/ipc/page-rights'

const CHANNELS = [...Object.keys(InvokeSchemas), ...Object.keys(SendSchemas)] as (keyof typeof InvokeSchemas | keyof typeof SendSchemas)[]

const rights = (page: PageName): readonly string[] => CHANNELS.filter((channel) => mayUse(page, channel)).sort()

it('the settings page sets, the indicator moves itself, and no page but the history reads the history', () => {
  expect({
    settings: rights('settings'),
    indicator: rights('indicator'),
    history: rights('history').filter((channel) => !channel.startsWith('history:')),
    panelReads: rights('panel').filter((channel) => channel.startsWith('history:') || channel.endsWith(':get')),
  }).toEqual({
    settings: [
      'history:open', 'hotkey:record', 'microphone:try', 'notice:dismiss', 'panel:show', 'secret:forget', 'secret:set', 'server:stop-test', 'server:test',
      'settings:get', 'settings:update',
    ],
    indicator: ['indicator:get', 'indicator:move', 'panel:show'],
    history: [],
    panelReads: ['history:open', 'view:get'],
  })
})
