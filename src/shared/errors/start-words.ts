import { say } from '../words/say'
import type { Words } from '../words/words'
import type { StartFault } from './start-fault'

export const startWords = (fault: StartFault): Words => say(`start.${fault}`)
