import { appError, type AppError } from '../../shared/errors/errors'
import { err, ok, type Result } from '../../shared/result'
import type { TalkMode } from '../../shared/settings'
import type { ServerChoice } from '../providers/server-choice'
import type { Submission } from '../talk/turn-controller'
import type { Escape } from './escape'
import type { Talk } from './feature'

/** What a person asks of the talk; button, tray and pages all enter here. */
export interface TalkVerbs {
  press(): void
  release(): void
  /** Escape in a page, or "Stop". */
  cancel(by?: 'key'): void
  /** What was discarded a moment ago is sent after all. */
  undoCancel(): void
  setMode(mode: TalkMode): void
  /** With the images that wait; without words only where there are some. */
  sendText(text: string): Result<null, AppError>
  retryConnection(): void
  networkOnline(): void
  /** A fresh conversation; the old one stays in the history. */
  newConversation(how: { readonly private: boolean }): void
}

export interface TalkVerbParts {
  readonly talk: Talk
  readonly servers: Pick<ServerChoice, 'whenConfirmed'>
  readonly escape: Pick<Escape, 'taken'>
  readonly imagesWait: () => boolean
  readonly submit: (what: Submission) => void
  readonly notify: (error: AppError) => void
  readonly newConversation: (isPrivate: boolean) => void
}

export function createTalkVerbs(parts: TalkVerbParts): TalkVerbs {
  const { talk, newConversation } = parts
  return {
    press: () => talk.verbs.press(),
    release: () => talk.verbs.release(),
    cancel: (by) => (parts.escape.taken(by === 'key' ? 'page' : 'button') ? undefined : talk.verbs.cancel()),
    undoCancel: () => undoCancel(parts),
    setMode: (mode) => setMode(parts, mode),
    sendText: (text) => sendText(parts, text),
    retryConnection: () => talk.retryConnection(),
    networkOnline: () => talk.networkBack(),
    newConversation: ({ private: isPrivate }) => newConversation(isPrivate),
  }
}

/** Asks it, or says why not. */
export const submitWith = (talk: Pick<Talk, 'submit'>, notify: (error: AppError) => void) => (what: Submission): void => {
  const refusal = talk.submit(what)
  if (refusal !== null) notify(refusal)
}

/** Hands-free streams the room: not to a server that no person has named to main. */
function setMode({ talk, servers }: TalkVerbParts, mode: TalkMode): void {
  if (mode === 'hands-free') servers.whenConfirmed(() => talk.setMode(mode))
  else talk.setMode(mode)
}

function sendText({ talk, imagesWait }: TalkVerbParts, text: string): Result<null, AppError> {
  if (text === '' && !imagesWait()) return err(appError('unexpected', 'nothing to send'))
  const refusal = talk.submit({ kind: 'text', text })
  return refusal === null ? ok(null) : err(refusal)
}

function undoCancel({ talk, submit, notify }: TalkVerbParts): void {
  const refusal = talk.refusal() // before what was said is taken: it would be nowhere
  if (refusal !== null) return notify(refusal)
  const pcm = talk.handsFree.on ? null : talk.undo.take()
  if (pcm !== null) submit({ kind: 'speech', pcm, draft: null })
}
