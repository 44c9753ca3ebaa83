import type { ConnectionVerdict } from '../../providers/verdict-name'

/** What a test of the connection found, and what to do. */
export const verdicts = {
  ok: 'Connected. Address, key and model are correct.',
  'ok-openai': 'Connected. Address, key and model are correct. Whether the account has credit shows with the first answer.',
  'no-key': 'There is no API key yet. Paste yours first.',
  'wrong-key': 'The key was not accepted. Check that you copied all of it, or create a new one.',
  'long-key': 'This key is longer than any API key (8,192 characters), so it was not sent. Copy only the key and paste it again.',
  exposed: 'This address is not encrypted (ws://), so the key was not sent. Use wss://, or leave the key empty.',
  forbidden: 'The key is known, but your account is not allowed in. Check with the provider what your account, country and key allow.',
  'no-credit': 'The key is correct, but the account has no credit. Add credit, then test again.',
  busy: 'The server received too many requests from this account. Wait a minute, then test again.',
  model: 'The key is correct, but it cannot use this model. Choose another model in Settings, or use another key.',
  offline: 'This computer is not connected to the network. Connect it, then test again.',
  'no-host': 'There is no server with this name. Check the address, and that this computer is online.',
  refused: 'Nothing answers at this address. Check the address and the port, and that the server is running.',
  certificate: 'The encryption of this server cannot be trusted, so nothing was sent. Check the address, and the date and time of this computer.',
  silent: 'No answer came within 15 seconds. Check the network and the address, then test again.',
  'server-down': 'The server has a problem. Test again in a few minutes.',
  stranger: 'Something answers at this address, but it is not a Realtime server. Check the address.',
  stopped: 'The test was stopped.',
  often: 'Too many tests in a short time. Wait a minute, then test again.',
} as const satisfies Readonly<Record<ConnectionVerdict | 'ok-openai', string>>
