import type { App } from '../app/app'
import { ended, type Ending } from '../history/kill-run'

export interface Strike {
  readonly signal: 'SIGTERM' | 'SIGKILL'
  /** Of the job that is meant: how much there is to do, and how much of it must be done. */
  readonly total: number
  readonly done: number
}

const arm = ({ electron }: App, strike: Strike): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, { signal, total, done }) => {
    const page = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/history.html'))?.webContents
    if (page === undefined) throw new Error('The history is not open.')
    const send = page.send.bind(page)
    let struck = false
    page.send = (channel: string, ...args: unknown[]) => {
      send(channel, ...args)
      const [job] = args as readonly ({ readonly done: number; readonly total: number } | null)[]
      if (struck || channel !== 'history:job' || job?.total !== total || job.done < done) return
      struck = true
      process.kill(process.pid, signal)
    }
  }, strike)

/**
 * Main gets the signal from itself, the moment it tells the history window that the job which `begin` begins has come so far: asked from
 * out here, a short job may be over. Resolves with the end of the app.
 */
export async function struckInJob(app: App, strike: Strike, begin: () => Promise<unknown>): Promise<Ending> {
  await arm(app, strike)
  const gone = ended(app)
  // The app may be gone before a click in it is answered; a click that failed for another reason stands beside the end that did not come.
  return Promise.any([gone, begin().then(() => gone)])
}
