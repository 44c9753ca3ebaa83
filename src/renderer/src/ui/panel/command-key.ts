const IS_MAC = navigator.userAgent.includes('Mac')

/** The key that commands, beside another, as it is printed: "Ctrl N", on macOS "⌘ N". */
export const commandKey = (key: string): string => `${IS_MAC ? '⌘' : 'Ctrl'} ${key}`
