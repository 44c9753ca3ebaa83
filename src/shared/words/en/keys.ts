/** Keys as people read them on their keyboard, and the buttons of a mouse. */
export const keys = {
  control: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  super: 'Super',
  windows: 'Windows',
  'mac-control': 'Control',
  option: 'Option',
  command: 'Command',
  left: 'Left {key}',
  right: 'Right {key}',
  mouse: 'Mouse button {number}',
  numpad: 'Numpad {key}',
  arrow: 'Arrow {key}',
  page: 'Page {key}',
} as const
