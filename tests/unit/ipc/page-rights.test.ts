import { expect, it } from 'vitest'
import { Asks, Tells } from '../../../src/shared/ipc/contract'
import { mayUse } from '../../../src/main/ipc/page-rights'
import type { PageName } from '../../../src/shared/ipc/channel'

const CHANNELS = [...Object.keys(Asks), ...Object.keys(Tells)] as (keyof typeof Asks | keyof typeof Tells)[]

const rights = (page: PageName, inFirstSteps = false): readonly string[] => CHANNELS.filter((channel) => mayUse(page, channel, () => inFirstSteps)).sort()

it('the settings page sets, the indicator moves itself, and no page but the history reads the history', () => {
  expect({
    settings: rights('settings'),
    indicator: rights('indicator'),
    history: rights('history').filter((channel) => !channel.startsWith('history:')),
    panelReads: rights('panel').filter((channel) => channel.startsWith('history:') || channel.endsWith(':get')),
  }).toEqual({
    settings: [
      'history:open', 'history:remove-everything', 'hotkey:record', 'knowledge:add-folder', 'knowledge:drop-embedder', 'knowledge:get', 'knowledge:pause', 'knowledge:put-back-folder', 'knowledge:remove-folder', 'knowledge:unread', 'knowledge:use-embedder',
      'mcp:add-draft', 'mcp:add-form', 'mcp:add-hosted', 'mcp:decide', 'mcp:discard', 'mcp:edit', 'mcp:end-sign-in', 'mcp:hosted', 'mcp:list', 'mcp:log', 'mcp:paste', 'mcp:put-back',
      'mcp:remove', 'mcp:remove-hosted', 'mcp:restart', 'mcp:sign-in', 'mcp:sign-out', 'mcp:tools', 'mcp:turn', 'mcp:turn-hosted', 'microphone:preview', 'notice:dismiss', 'panel:show', 'secret:forget', 'secret:set', 'server:stop-test', 'server:test',
      'server:use', 'settings:get', 'settings:update', 'tools:choose-notes-folder', 'tools:forget-rule', 'tools:list',
      'tools:reset-notes-folder', 'tools:set-choice', 'tools:switch', 'voice:play', 'voice:stop',
    ],
    indicator: ['indicator:get', 'indicator:move', 'indicator:point', 'panel:show', 'talk:cancel', 'tools:deny', 'tools:shown'],
    history: ['actions:export', 'actions:list', 'actions:undo', 'knowledge:open-passage', 'knowledge:sent', 'link:open', 'memory:edit', 'memory:export', 'memory:list', 'memory:put-back', 'memory:remove', 'memory:remove-all', 'memory:switch'],
    panelReads: ['history:open', 'view:get'],
  })
})

it('where sound and keys go is the panel\'s to say during the first steps only, and what it may set never is', () => {
  const more = rights('panel', true).filter((channel) => !rights('panel').includes(channel))
  expect({ more, ever: rights('panel', true).filter((channel) => channel.startsWith('secret:') || channel.startsWith('settings:')) }).toEqual({
    more: ['first-steps:update', 'server:stop-test', 'server:test', 'server:use'],
    ever: ['settings:open'],
  })
})

it.each([
  ['settings:update', { endpoint: { kind: 'practice' } }], ['settings:update', { confirmedServers: ['wss://a.example'] }], ['settings:update', { indicatorPlaces: [] }], ['settings:update', { panelPlaces: [] }], ['panel:update', { panelPlaces: [] }], ['panel:update', { panelKey: 'Control+C' }],
  ['first-steps:update', { endpoint: { kind: 'openai' } }], ['first-steps:update', { instructions: 'x' }], ['first-steps:update', { keeping: '7-days' }],
  ['panel:update', { endpoint: { kind: 'openai' } }], ['panel:update', { speaker: { device: { kind: 'follow-system' } } }], ['panel:update', { microphone: { echoCancellation: false } }], ['panel:update', { instructions: 'x' }], ['panel:update', { model: 'one-of-its-own' }], ['panel:update', { voice: 'one-of-its-own' }],
  ['history:keep', { endpoint: { kind: 'openai' } }], ['settings:update', { allowances: [] }], ['settings:update', { notesFolder: '/etc' }], ['settings:update', { toolsOff: [] }], ['settings:update', { toolChoice: 'all' }],
  ['settings:update', { mcpServers: [] }], ['settings:update', { mcpConfirmed: [] }], ['settings:update', { mcpTools: [] }],
  ['settings:update', { knowledgeFolders: [] }], ['settings:update', { embedder: null }], ['settings:update', { confirmedEmbedder: 'x' }], ['settings:update', { knowledgePaused: true }],
  ['settings:update', { approveKey: 'Control+C' }], ['settings:update', { approveKey: 'ControlRight' }],
] as const)('%s refuses %j', (channel, patch) => {
  const read = Asks[channel].args.safeParse([patch])
  expect(read.success && Object.keys(read.data[0]).length > 0).toBe(false)
})
