import type { App } from '../app/app'

/**
 * From now on main remembers where its sockets go. Says so as host:port, oldest first, as often as asked. A socket of this machine has a
 * path instead and does not count: the X server is asked for the state of the keys on one.
 */
export async function rememberSockets({ electron }: Pick<App, 'electron'>): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(() => {
    const { Socket } = process.getBuiltinModule('node:net')
    const places: string[] = []
    Object.assign(globalThis, { places })
    const placeOf = ([first, second]: readonly unknown[]): string | null => {
      const options: unknown = Array.isArray(first) ? first[0] : first
      if (typeof options !== 'object' || options === null) return `${String(second)}:${String(first)}`
      const isLocal = 'path' in options && typeof options.path === 'string' && !('port' in options)
      return isLocal ? null : `${String(Reflect.get(options, 'host'))}:${String(Reflect.get(options, 'port'))}`
    }
    Socket.prototype.connect = new Proxy(Socket.prototype.connect, {
      apply: (connect, socket, args) => {
        const place = placeOf(args)
        if (place !== null) places.push(place)
        return Reflect.apply(connect, socket, args)
      },
    })
  })
  return () => electron.evaluate(() => {
    const places: unknown = Reflect.get(globalThis, 'places')
    return Array.isArray(places) ? places.map(String) : []
  })
}
