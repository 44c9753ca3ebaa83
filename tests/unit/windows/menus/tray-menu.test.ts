import { expect, it } from 'vitest'
import type { ToolChoice } from '../../../../src/shared/tools/levels'
import { toolsMenu } from '../../../../src/main/tools/tools-menu'
import { menuLook, type TrayMenuActions, trayMenu, type TrayMenuFacts } from '../../../../src/main/windows/menus/tray-menu'

interface Now {
  readonly mode: TrayMenuFacts['mode']
  readonly choice: ToolChoice
  readonly runs: boolean
}

/** The menu as the tools fill it. */
const factsOf = ({ mode, choice, runs }: Now, note: (what: string) => (value?: string) => void = () => () => undefined): TrayMenuFacts => ({
  mode,
  parts: toolsMenu({ choice, runs, choose: note('tools'), stopAll: note('stop') }),
})

function pressed(now: Now, label: string): readonly string[] {
  const done: string[] = []
  const note = (what: string) => (value?: string) => void done.push(value === undefined ? what : `${what} ${value}`)
  const actions: TrayMenuActions = { open: note('open'), setMode: note('mode'), newConversation: note('new'), showHistory: note('history'), showSettings: note('settings'), quit: note('quit') }
  const entries = trayMenu(factsOf(now, note), actions).flatMap((entry) => (Array.isArray(entry.submenu) ? entry.submenu : [entry]))
  const found = entries.find((entry) => entry.label === label)
  // Electron gives the item, the window and the event, which nobody here reads.
  if (found?.click !== undefined) Reflect.apply(found.click, undefined, [])
  return done
}

const NOW: Now = { mode: 'hold', choice: 'all', runs: false }
const menu = (now: Now) => trayMenu(factsOf(now), {} as TrayMenuActions)
const labels = (now: Now) => menu(now).map(({ label, type }) => label ?? type)

it('has an end for all tools only while one runs', () => {
  const isThere = (runs: boolean) => labels({ ...NOW, runs }).some((label) => label === 'Stop all tools')
  expect([isThere(false), isThere(true), pressed({ ...NOW, runs: true }, 'Stop all tools')]).toEqual([false, true, ['stop']])
})

it('stands as it always did', () => {
  expect(labels({ ...NOW, runs: true })).toEqual([
    'Open Parley', 'separator', 'Hold to talk', 'Hands-free', 'separator', 'Tools', 'Stop all tools', 'separator', 'New conversation', 'History…', 'Settings…', 'separator', 'Quit Parley',
  ])
})

it('has no empty place where no feature adds to it', () => {
  expect(trayMenu({ mode: 'hold', parts: [] }, {} as TrayMenuActions).map(({ label, type }) => label ?? type).slice(3, 6)).toEqual(['Hands-free', 'separator', 'New conversation'])
})

it.each([['All tools', 'all'], ['Read only', 'read-only'], ['No tools', 'off']] as const)('%s', (label, choice) => {
  const tools = menu({ ...NOW, choice }).find((entry) => entry.label === 'Tools')?.submenu
  const checked = Array.isArray(tools) ? tools.filter((entry) => entry.checked === true).map((entry) => entry.label) : []
  expect([pressed(NOW, label), checked]).toEqual([[`tools ${choice}`], [label]])
})

it('is made anew only for what is seen to be different, since a new one closes an open one', () => {
  const look = menuLook(factsOf(NOW))
  const others = [NOW, { ...NOW, runs: true }, { ...NOW, choice: 'off' }, { ...NOW, mode: 'hands-free' }] as const
  expect(others.map((now) => JSON.stringify(menuLook(factsOf(now))) === JSON.stringify(look))).toEqual([true, false, false, false])
})
