import { lstatSync, readlinkSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** As many as Linux follows. */
const MOST_LINKS = 40

/**
 * Every place where a file can be put in the place of what `path` names: each link on the way, a folder's too, and at last what they
 * lead to, there or not.
 */
export function placesOf(path: string): readonly string[] {
  const links: string[] = []
  let place = resolve(path)
  for (let link = firstLink(place); link !== null && links.length < MOST_LINKS; link = firstLink(place)) {
    links.push(link)
    place = join(resolve(dirname(link), readlinkSync(link)), relative(link, place))
  }
  return [...links, place]
}

/** Where writing must go, so that a link stays one. */
export const realPlace = (path: string): string => placesOf(path).at(-1) ?? path

function firstLink(path: string): string | null {
  const above = dirname(path)
  return (above === path ? null : firstLink(above)) ?? (isLink(path) ? path : null)
}

export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false // not there, or nothing we may look at: it is taken as it stands
  }
}
