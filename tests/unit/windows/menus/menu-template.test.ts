import { expect, test } from 'vitest'
import { menuTemplate } from '../../../../src/main/windows/menus/menu-template'

const roles = () => (menuTemplate('darwin', 'Parley') ?? []).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []).flatMap(({ role }) => role ?? []))

test('the menu of macOS has what the keys for copy, paste and quit are taken from', () => {
  expect(roles()).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit', 'close', 'hide']))
})

test('it neither reloads a page nor opens the developer tools, nor takes a whole menu that may', () => {
  const whole = (menuTemplate('darwin', 'Parley') ?? []).flatMap(({ role, submenu }) => (submenu === undefined ? [role] : []))
  const letsIn = roles().filter((role) => /reload|devtools|viewmenu|filemenu|togglefullscreen|zoom(in|out)/i.test(role))
  expect([whole, letsIn]).toEqual([[], []])
})

test.each(['linux', 'win32'] as const)('%s has no menu of ours', (platform) => {
  expect(menuTemplate(platform, 'Parley')).toBeNull()
})
