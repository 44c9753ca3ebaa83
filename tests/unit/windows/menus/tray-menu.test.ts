import { expect, it } from 'vitest'
import { type TrayMenuActions, trayMenu, type TrayMenuFacts } from '../../../../src/main/windows/menus/tray-menu'

function pressed(facts: TrayMenuFacts, label: string): readonly string[] {
  const done: string[] = []
  const note = (what: string) => (value?: string) => void done.push(value === undefined ? what : `${what} ${value}`)
  const actions: TrayMenuActions = {
    open: note('open'), setMode: note('mode'), chooseTools: note('tools'), stopTools: note('stop'), newConversation: note('new'),
    showHistory: note('history'), showSettings: note('settings'), quit: note('quit'),
  }
  const entries = trayMenu(facts, actions).flatMap((entry) => (Array.isArray(entry.submenu) ? entry.submenu : [entry]))
  const found = entries.find((entry) => entry.label === label)
  // Electron gives the item, the window and the event, which nobody here reads.
  if (found?.click !== undefined) Reflect.apply(found.click, undefined, [])
  return done
}

const FACTS: TrayMenuFacts = { mode: 'hold', choice: 'all', runs: false }
const labels = (facts: TrayMenuFacts) => trayMenu(facts, {} as TrayMenuActions).map(({ label, type }) => label ?? type)

it('has an end for all tools only while one runs', () => {
  const isThere = (runs: boolean) => labels({ ...FACTS, runs }).includes('Stop all tools')
  expect([isThere(false), isThere(true), pressed({ ...FACTS, runs: true }, 'Stop all tools')]).toEqual([false, true, ['stop']])
})

it.each([['All tools', 'all'], ['Only reading', 'read-only'], ['No tools', 'off']] as const)('%s', (label, choice) => {
  const tools = trayMenu({ ...FACTS, choice }, {} as TrayMenuActions).find((entry) => entry.label === 'Tools')?.submenu
  const checked = Array.isArray(tools) ? tools.filter((entry) => entry.checked === true).map((entry) => entry.label) : []
  expect([pressed(FACTS, label), checked]).toEqual([[`tools ${choice}`], [label]])
})
