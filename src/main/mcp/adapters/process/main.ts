import { onlyProvedHosts } from '../../../platform/adapters/proved-hosts'
import { mainPort } from './main-port'
import { PidBook } from './pid-book'
import { giveWay } from './priority'
import { killAllNow } from './process-group'
import { Sessions } from './sessions'
import { readLanguage } from '../../../../shared/words/language'
import { speak } from '../../../../shared/words/say'

/** Runs in a process of its own: what strangers send is read here, and a crash, a hostile pattern or 10 MB in one line cost the voice nothing. */
const [path, version, language = ''] = process.argv.slice(2)
if (path === undefined || version === undefined) throw new Error('this module is a process of servers')

onlyProvedHosts()
giveWay()
speak(readLanguage(language))
const port = mainPort()
const book = new PidBook(path)
const sessions = new Sessions({ version, book, post: (message) => port.post(message), ended: () => process.exit(0) })

// However it ends, short of a kill -9: none of the servers stays.
process.on('exit', () => killAllNow(book.all))
process.on('SIGTERM', () => process.exit(0))
port.listen((message) => sessions.heard(message), () => process.exit(0))
