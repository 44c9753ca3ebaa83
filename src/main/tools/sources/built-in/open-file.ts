import { z } from 'zod'
import { plainLine } from '../../../../shared/text/plain-line'
import { say } from '../../../../shared/words/say'
import { isLocalPath, isOpenable, isPlainFolder } from '../../core/built-in/openable'
import type { OpenerPort, PathPort } from '../../core/built-in/ports'
import { type BuiltInTool, builtInTool, failed, stoppedBefore } from '../../core/built-in/built-in-tool'

export interface OpenFileParts {
  readonly opener: Pick<OpenerPort, 'openPath'>
  readonly paths: PathPort
  readonly platform: string
}

const REFUSED_KIND = 'Parley opens documents, pictures, sound, films and folders, and nothing that could run.'

/** What it is behind all links decides, when it is opened and not when it was asked for. */
export const openFile = ({ opener, paths, platform }: OpenFileParts): BuiltInTool =>
  builtInTool({
    name: 'open_file',
    description: 'Opens a document, media file or folder in its program.',
    input: z.strictObject({ path: z.string().min(1).max(1_000).describe('Absolute, or from ~/') }),
    level: 3,
    effect: 'write',
    run: async ({ path }, request) => {
      if (plainLine(path) !== path) return failed('There are invisible characters in the path.')
      if (!isLocalPath(path, platform)) return failed('Only a whole path on this computer can be opened.')
      const found = await paths.find(path)
      if (found === null) return failed('There is no such file or folder.')
      const opens = found.kind === 'file' ? isOpenable(found.path) : found.kind === 'folder' && isPlainFolder(found.path)
      if (!opens || !isLocalPath(found.path, platform)) return failed(REFUSED_KIND)
      const stopped = stoppedBefore(request)
      if (stopped !== null) return stopped
      const name = plainLine(found.name)
      return (await opener.openPath(found.path)) ? { kind: 'done', output: { opened: name }, said: say('own-tools.opened', { what: name }) } : failed('The system did not open it.')
    },
  })
