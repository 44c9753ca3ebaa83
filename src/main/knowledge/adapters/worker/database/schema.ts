import { CHUNKER_VERSION } from '../../../core/limits'

/** Another number, another index: it is made anew from the files. */
export const SCHEMA_VERSION = 200 + CHUNKER_VERSION

/**
 * `texts` are what files hold, by the hash of their bytes: a file that is moved or copied costs nothing. One that is not `ready` is being
 * written, and is gone after a crash. `words` and `parts` hold folded words only and get the text back from `chunks` when they are to
 * forget it; `parts` finds pieces of words, by runs of three characters. `hash`: of what a chunk is embedded as; `embedded`: it has a vector in
 * the space that is not `former`, whose vectors are in a table of its own (`vectors/spaces.ts`).
 */
export const SCHEMA = `
CREATE TABLE folders (id TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
  id INTEGER PRIMARY KEY, folder TEXT NOT NULL, path TEXT NOT NULL, bytes INTEGER NOT NULL, changed REAL NOT NULL,
  text INTEGER, state TEXT NOT NULL, reason TEXT, seen INTEGER NOT NULL, UNIQUE (folder, path)
);
CREATE INDEX files_waiting ON files(id) WHERE state = 'waiting';
CREATE INDEX files_text ON files(text) WHERE text IS NOT NULL;
CREATE TABLE texts (id INTEGER PRIMARY KEY, sha TEXT NOT NULL, kind TEXT NOT NULL, partly TEXT, chars INTEGER NOT NULL, ready INTEGER NOT NULL, UNIQUE (sha, kind));
CREATE TABLE chunks (
  id INTEGER PRIMARY KEY, text INTEGER NOT NULL, place INTEGER NOT NULL, page INTEGER, heading TEXT, overlap INTEGER NOT NULL,
  body TEXT NOT NULL, chars INTEGER NOT NULL, hash BLOB NOT NULL, embedded INTEGER NOT NULL DEFAULT 0, UNIQUE (text, place)
);
CREATE INDEX chunks_hash ON chunks(hash);
CREATE INDEX chunks_bare ON chunks(chars) WHERE embedded = 0;
CREATE VIRTUAL TABLE words USING fts5(body, heading, content='', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE parts USING fts5(body, content='', tokenize='trigram', detail=none);
CREATE VIRTUAL TABLE names USING fts5(name, tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE TABLE spaces (
  id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL, model TEXT NOT NULL, asked INTEGER, prefixes TEXT NOT NULL, dimensions INTEGER, former INTEGER NOT NULL
);
CREATE TABLE questions (space INTEGER NOT NULL, text TEXT NOT NULL, vector BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (space, text)) WITHOUT ROWID;
CREATE TABLE sent (
  id TEXT PRIMARY KEY, at INTEGER NOT NULL, host TEXT NOT NULL, bytes INTEGER NOT NULL, characters INTEGER NOT NULL, files INTEGER NOT NULL, kind TEXT NOT NULL
) WITHOUT ROWID;
PRAGMA user_version = ${String(SCHEMA_VERSION)};
`
