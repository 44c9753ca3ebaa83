// The least that an application in the tray is: a picture there, and one hidden page. Its trace folder says when it is there.
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, Tray } from 'electron'

/** So that the picture stays: what nobody holds is collected. */
const held = []

async function main() {
  await app.whenReady()
  held.push(new Tray(process.env['BARE_ICON'] ?? ''))
  const window = new BrowserWindow({ show: false, webPreferences: { backgroundThrottling: false, sandbox: true } })
  await window.loadFile(join(import.meta.dirname, 'page.html'))
  const folder = app.commandLine.getSwitchValue('trace-dir')
  if (folder !== '') {
    mkdirSync(folder, { recursive: true })
    appendFileSync(join(folder, 'marks.jsonl'), '{"at":0,"name":"started"}\n')
  }
}

void main()
