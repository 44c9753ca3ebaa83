// Stands in for Electron's own `default_app.asar`, which makes `electron <path>` work and which a packaged copy does not carry.
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const argument = process.argv.slice(1).find((word) => !word.startsWith('-'))
if (argument === undefined) {
  process.stderr.write('Name the app to open: electron <folder or file>.\n')
  process.exit(1)
}

const target = resolve(argument)
const isFolder = statSync(target).isDirectory()
const root = isFolder ? target : dirname(target)
const manifest = isFolder ? JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) : {}
const name = manifest.productName ?? manifest.name
if (name) app.setName(name)
if (manifest.version) app.setVersion(manifest.version)
app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`)
app.setAppPath(root)
process.defaultApp = true

// Awaited at the top level: Electron holds back `ready` until the entry has run, as it does for an app of its own.
const entry = createRequire(join(root, 'index.js')).resolve(isFolder ? root : target)
await import(pathToFileURL(entry).href)
