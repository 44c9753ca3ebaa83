import type { ServerListing } from '../../../../../shared/mcp/setup'
import { say } from '../../../../../shared/words/say'
import type { ServerLists } from '../../../state/settings/server-list'
import { signInWords } from '../../../words/server-words'
import { Button } from '../../parts/controls/button'

interface ServerSignInProps {
  readonly server: ServerListing
  readonly lists: Pick<ServerLists, 'signIn' | 'endSignIn' | 'signOut'>
  readonly said: (done: Promise<string | null>) => void
}

/** How it stands with the sign-in of a server that wants one, and what can be done about it. */
export function ServerSignIn({ server, lists, said }: ServerSignInProps) {
  const { config: { id, label }, signIn, signInFault } = server
  if (signIn === 'none' && signInFault === null) return null
  return (
    <div className="server-sign-in" data-sign-in={signIn} data-testid="server-sign-in">
      <p role="status">{signInWords(signIn)}</p>
      {signIn === 'wanted' && <Button look="main" aria-label={say('servers.sign-in-to', { server: label })} onClick={() => said(lists.signIn(id))} data-testid="sign-in">{say('servers.sign-in')}</Button>}
      {signIn === 'open' && <Button aria-label={say('servers.sign-in-cancel', { server: label })} onClick={() => said(lists.endSignIn(id))} data-testid="end-sign-in">{say('common.cancel')}</Button>}
      {signIn === 'done' && <Button look="plain" aria-label={say('servers.sign-out-of', { server: label })} onClick={() => said(lists.signOut(id))} data-testid="sign-out">{say('servers.sign-out')}</Button>}
      {signInFault !== null && <p role="alert" className="field-problem" data-testid="sign-in-fault">{signInFault}</p>}
    </div>
  )
}
