import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { KnowledgeFolderState, KnowledgeStatus } from '../../src/shared/knowledge/passages'
import { choosePath } from '../e2e/support/app/file-dialogs'
import { settingsPage } from '../e2e/support/app/settings-page'
import { docx, pdf } from '../support/knowledge/documents'
import type { Stage } from './stage'

const LEASE = '# Contract\n\n## Notice\n\nThe lamp shop in Harrow Lane is given up with eleven weeks of notice.\n'
const BREAD = '# Bread\n\nThe dough for the rye bread rests for two days before it is baked.\n'

export const knowledge = ({ app }: Stage): Promise<Page> => settingsPage(app, 'knowledge')

/** Twelve that cannot be read, each kind of reason that a file alone can be. */
async function badFiles(folder: string): Promise<void> {
  const scans = ['Insurance 2019', 'Insurance 2020', 'Passport copy', 'Floor plan'].map((name) => writeFile(join(folder, `${name}.pdf`), pdf([[]])))
  const broken = ['Minutes of May', 'Minutes of June', 'Minutes of July'].map((name) => writeFile(join(folder, `${name}.docx`), 'no archive'))
  const halves = ['Warranty of the washing machine, with the letter of the maker and everything that was sent back', 'Invoice 77', 'Invoice 78'].map((name) => writeFile(join(folder, `${name}.pdf`), '%PDF-1.7\nbroken'))
  const books = ['Stories', 'Poems'].map((name) => writeFile(join(folder, `${name}.epub`), 'no archive'))
  await Promise.all([...scans, ...broken, ...halves, ...books])
}

/** Two folders that are really read, as a person chooses them. Where they are there already, nothing is done. */
export async function folders(stage: Stage): Promise<Page> {
  const page = await knowledge(stage)
  if ((await page.getByTestId('knowledge-folder').count()) > 0) return page
  const [papers, recipes] = [join(stage.rig.folder, `papers-${String(stage.zoom)}`, 'Papers'), join(stage.rig.folder, `recipes-${String(stage.zoom)}`, 'Recipes of the family')]
  await Promise.all([papers, recipes].map((folder) => mkdir(folder, { recursive: true })))
  await badFiles(papers)
  await Promise.all([
    writeFile(join(papers, 'Lease.md'), LEASE), writeFile(join(papers, 'Letter to the landlord.docx'), docx(['Dear Mr Lind,', 'the heating of the lamp shop in Harrow Lane is cold again.'])),
    writeFile(join(papers, 'Front.png'), 'no picture'), writeFile(join(recipes, 'Bread.md'), BREAD),
  ])
  for (const folder of [papers, recipes]) {
    await choosePath(stage.app, folder)
    await page.getByTestId('add-folder').click()
    await page.getByTestId('knowledge-folder').filter({ hasText: folder }).waitFor()
  }
  await page.locator('[data-testid="folder-state"][data-state="current"]').nth(1).waitFor({ timeout: 20_000 })
  await page.getByTestId('unread-head').filter({ hasText: /^12 files/ }).waitFor({ timeout: 20_000 })
  return page
}

const AT_REST: Omit<KnowledgeStatus, 'folders'> = { now: null, embedding: null, characters: 2_410_000, bytesOnDisk: 18_400_000, rebuilt: false, idle: true, retryInMs: null }

/** What the index would tell of larger folders. The real one goes on telling, whenever a session begins or a turn ends: until `untold`, all it says is this. */
export async function told(stage: Stage, ...states: readonly Omit<KnowledgeFolderState, 'folder'>[]): Promise<Page> {
  const page = await folders(stage)
  const answer = await page.evaluate(() => window.preferences.knowledge())
  const ids = answer.ok ? answer.value.folders.map(({ id }) => id) : []
  const status: KnowledgeStatus = { ...AT_REST, folders: states.map((state, at) => ({ ...state, folder: ids[at] ?? '' })) }
  // No function in here may have a name, see answerDialogs.
  await stage.app.electron.evaluate(({ BrowserWindow }, said) => {
    const settings = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/settings.html'))?.webContents
    if (settings === undefined) throw new Error('There are no settings.')
    settings.send = (channel: string, ...rest: readonly unknown[]) => {
      Object.getPrototypeOf(settings).send.call(settings, channel, ...(channel === 'knowledge:status' ? [said] : rest))
    }
    settings.send('knowledge:status', said)
  }, status)
  for (const [at, { state }] of states.entries()) await page.getByTestId('folder-state').nth(at).and(page.locator(`[data-state="${state}"]`)).waitFor()
  return page
}

export async function untold({ app }: Stage): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) if (webContents.getURL().endsWith('/settings.html')) Reflect.deleteProperty(webContents, 'send')
  })
}
