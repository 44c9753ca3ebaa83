/** Folders that the assistant may look things up in, and the server for search by meaning. */
export const folders = {
  'folder-ours': 'Parley keeps its own data there and never reads it. Choose another folder.',
  'folder-whole-disk': 'This is a whole disk. Choose a folder on it.',
  'folders-full': 'Parley reads at most {most, number} folders. Remove one first.',
  'folder-listed': 'This folder is already in the list.',
  'folder-inside': 'This folder is inside “{folder}”, which is already read.',
  'folder-around': '“{folder}” is inside this folder. Remove it first.',
  'folder-not-removed': 'This folder was not removed, or is in the list again.',
  'read-home': 'Read your whole home folder?',
  'read-home-text':
    '{path} holds everything you have on this computer. Passages from any document in it may then be sent to the voice server with a question. Hidden files, keys and Parley’s own data are never read. It is better to choose a folder with only what you want to ask about.',
  'read-home-yes': 'Read all of it',

  'meaning-exposed': 'This address is not encrypted, so no key is sent to it. Use https, or a server that needs no key.',
  'meaning-key-exposed': 'The address of the embedding server is not encrypted, so no key is sent to it. Use https.',
  'meaning-timeout': 'The embedding server did not answer in time.',
  'meaning-unreachable': 'The embedding server cannot be reached.',
  'meaning-no-vectors': 'The embedding server sent an answer that contains no vectors.',
  'meaning-key': 'The embedding server did not accept the key. Enter it again in Settings.',
  'meaning-not-found': 'The embedding server does not know this address or model. Check them in Settings.',
  'meaning-busy': 'The embedding server asked to wait. Parley continues by itself.',
  'meaning-elsewhere': 'The embedding server points to another address, and your text is not sent there. If you trust that address, enter it in Settings.',
  'meaning-fault': 'The embedding server has a problem. Parley tries again later.',
  'meaning-refused': 'The embedding server did not accept the text ({status}).',
  'meaning-flood': 'The embedding server sent far more than vectors.',
  'meaning-cut': 'The answer of the embedding server was cut off, or is not JSON.',
} as const
