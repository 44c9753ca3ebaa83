import { app, utilityProcess } from 'electron'
import { spokenLanguage } from '../../../shared/words/say'
import type { ServerProcess } from '../core/ports'

/** A process of Chromium's kind, so that it ends with main however that ends. `pids`: where it writes down what it starts. */
export const utilityServerProcess = (module: string, pids: string): ServerProcess => ({
  start: (heard, ended) => {
    const child = utilityProcess.fork(module, [pids, app.getVersion(), spokenLanguage()], { serviceName: 'Parley servers', stdio: 'ignore' })
    child.on('message', heard)
    child.on('exit', (code) => ended({ code }))
    return { post: (message) => child.postMessage(message), kill: () => void child.kill() }
  },
})
