import type { Endpoint } from '../settings'

/** What came of a test of the connection, by what the person can do about it. */
export type ConnectionVerdict =
  | 'ok'
  | 'no-key'
  | 'wrong-key'
  | 'long-key'
  | 'exposed'
  | 'forbidden'
  | 'no-credit'
  | 'busy'
  | 'model'
  | 'offline'
  | 'no-host'
  | 'refused'
  | 'certificate'
  | 'silent'
  | 'server-down'
  | 'stranger'
  | 'stopped'
  | 'often'

const WORDS: Readonly<Record<ConnectionVerdict, string>> = {
  ok: 'Connected: address, key and model are right.',
  'no-key': 'There is no API key yet; paste yours first.',
  'wrong-key': 'The server refused this key; see that all of it was copied, or make a new one.',
  'long-key': 'This key is longer than any API key (8,192 letters), so it was not sent; copy the key alone and paste it again.',
  exposed: 'This address is not encrypted (ws://), so the key was not sent; use wss://, or leave the key empty.',
  forbidden: 'The key is known, but its owner is not let in: see with the provider what the account, its country and this key allow.',
  'no-credit': 'The key is right, but the account has no credit; add some with the provider, then test again.',
  busy: 'The server gets too many requests from this account; wait a minute, then test again.',
  model: 'The key is right, but the model is not to be had with it; choose another model in Settings, or use another key.',
  offline: 'This computer finds no way to the network; see that it is connected, then test again.',
  'no-host': 'No server of this name is found; check the address, and that this computer is online.',
  refused: 'Nothing answers at this address; check it and its port, and that the server runs.',
  certificate: 'The certificate or the encryption of this server cannot be trusted, so nothing was sent; check the address, and the clock of this computer.',
  silent: 'No answer came in 15 seconds; check the network and the address, then test again.',
  'server-down': 'The server is there but has trouble of its own; test again in a few minutes.',
  stranger: 'Something answers there, but not as a Realtime server does; check the address.',
  stopped: 'The test was stopped.',
  often: 'Too many tests in a short time; wait a minute, then test again.',
}

/** Nobody but the provider knows the credit before something is asked for: a session may begin without any. */
const CREDIT = 'Whether the account has credit shows with the first answer.'

/** One sentence: what was found, and what to do. */
export function verdictWords(verdict: ConnectionVerdict, { kind }: Pick<Endpoint, 'kind'>): string {
  if (kind === 'openai' && verdict === 'ok') return `${WORDS.ok} ${CREDIT}`
  // Its name is ours and right.
  return WORDS[kind === 'openai' && verdict === 'no-host' ? 'offline' : verdict]
}
