/** Its programs see no keys of others and press none. */
export const isWayland = (): boolean => process.env['XDG_SESSION_TYPE'] === 'wayland'
