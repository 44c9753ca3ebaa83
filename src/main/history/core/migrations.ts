/** One step of the schema. `reindex`: the words of all texts are cut anew after it. `unmarked`: titles and previews lose their marks. */
export interface Migration {
  readonly sql: string
  readonly reindex: boolean
  readonly unmarked?: boolean
}

/**
 * `hidden` of conversations and items: 0 in sight; 1 removed by the person and restorable; 2 on its way out; 3 on its way in
 * (an import that is not complete). All but 0 is swept away at the next start.
 */
const BASE = `
CREATE TABLE conversations (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  titled INTEGER NOT NULL,
  preview TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  pinned INTEGER NOT NULL,
  items INTEGER NOT NULL,
  endpoint_name TEXT NOT NULL,
  hidden INTEGER NOT NULL
) STRICT;
CREATE INDEX conversations_in_list ON conversations (pinned, updated_at, id) WHERE hidden = 0 AND items > 0;
CREATE INDEX conversations_by_age ON conversations (updated_at);
CREATE INDEX conversations_hidden ON conversations (hidden) WHERE hidden <> 0;

CREATE TABLE items (
  row INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
  id TEXT NOT NULL,
  position REAL NOT NULL,
  role TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  heard_chars INTEGER,
  audio_ms REAL,
  tool TEXT,
  created_at INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (conversation, id)
) STRICT;
CREATE INDEX items_in_order ON items (conversation, position) WHERE hidden = 0;
CREATE INDEX items_hidden ON items (hidden) WHERE hidden <> 0;

CREATE TABLE usage (
  conversation TEXT NOT NULL,
  response TEXT NOT NULL,
  at INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  cached_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  input_audio_tokens INTEGER NOT NULL,
  output_audio_tokens INTEGER NOT NULL,
  PRIMARY KEY (conversation, response)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER usage_goes AFTER DELETE ON conversations BEGIN DELETE FROM usage WHERE conversation = old.id; END;

-- The sound is in the database and not beside it: a draft is speech that exists nowhere else, and so it is there whole or not at all.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  conversation TEXT,
  created_at INTEGER NOT NULL,
  ms REAL NOT NULL,
  pcm BLOB NOT NULL
) STRICT;
`

/**
 * The words stand in the index as history/core/words cut them; "ascii" takes every other character for part of a word and leaves
 * them alone. Beginnings of one to three letters have lists of their own: "a" is answered by reading one from its end.
 * For "secure-delete" see history/adapters/worker/items/word-index.
 */
const SEARCH_AND_LEDGER = `
CREATE VIRTUAL TABLE item_words USING fts5(words, tokenize = 'ascii', prefix = '1 2 3', columnsize = 0);
CREATE VIRTUAL TABLE title_words USING fts5(words, tokenize = 'ascii', prefix = '1 2 3', columnsize = 0);
INSERT INTO item_words(item_words, rank) VALUES ('secure-delete', 1);
INSERT INTO title_words(title_words, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER item_words_go AFTER DELETE ON items BEGIN DELETE FROM item_words WHERE rowid = old.row; END;
CREATE TRIGGER title_words_go AFTER DELETE ON conversations BEGIN DELETE FROM title_words WHERE rowid = old.row; END;

CREATE TABLE ledger (
  id TEXT PRIMARY KEY,
  turn TEXT NOT NULL,
  conversation TEXT,
  host TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  elapsed_ms REAL NOT NULL,
  bytes INTEGER NOT NULL,
  mode TEXT NOT NULL,
  "end" TEXT
) STRICT;
CREATE INDEX ledger_by_time ON ledger (started_at, id);
CREATE INDEX ledger_open ON ledger (id) WHERE "end" IS NULL;
`

/**
 * A file of sound is first named in `doomed_files`, then written, then moved to `audio`; and back before it is deleted. What a
 * crash leaves in `doomed_files` is deleted at the next start: no file without a row, no row without a file.
 */
const AUDIO = `
CREATE TABLE audio (
  item INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX audio_by_age ON audio (saved_at, item, bytes);
CREATE TABLE doomed_files (file TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER audio_goes AFTER DELETE ON audio BEGIN INSERT OR IGNORE INTO doomed_files VALUES (old.file); END;
`

/**
 * What is told of images stands with the item, as JSON, so that reading items never touches them. They themselves are in the database
 * and not beside it: they are written with the item that shows them or not at all, and go with it.
 */
const IMAGES = `
ALTER TABLE items ADD COLUMN images TEXT;
CREATE TABLE images (
  item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (item, id)
) STRICT;
CREATE INDEX images_by_id ON images (id);
`

/** An id of ours is a UUID of version 7; see platform/adapters/time-ids. */
const digits = (count: number): string => '[0-9a-f]'.repeat(count)
const OWN_ID = `${digits(8)}-${digits(4)}-7${digits(3)}-[89ab]${digits(3)}-${digits(12)}`

/**
 * Items were called what a server called them: by ids of any length, which the next session might give to something else. Rows are
 * what words, sound and images hang on, so nothing else names an item. Ids of responses only tell the rows of one talk apart.
 */
const OWN_IDS = `
UPDATE items SET id = lower(
  printf('%08x-%04x-7', (created_at >> 16) & 4294967295, created_at & 65535) || substr(hex(randomblob(2)), 2) || '-' ||
  substr('89ab', (random() & 3) + 1, 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))
WHERE id NOT GLOB '${OWN_ID}';
`

/** Where it was said to; of older drafts nobody knows. */
const DRAFT_PLACES = `
ALTER TABLE drafts ADD COLUMN said_to TEXT;
`

/**
 * What the tools did, what the person asked to keep in mind, what they are to be reminded of. Of an action whose conversation goes, what
 * stays of a private one stays: time, tool, outcome. `actions_go` fires for each conversation that is deleted, so what it looks for has an index.
 */
const RECORDS = `
CREATE TABLE actions (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  conversation TEXT,
  tool TEXT NOT NULL,
  title TEXT NOT NULL,
  level INTEGER NOT NULL,
  arguments TEXT,
  approval TEXT NOT NULL,
  outcome TEXT NOT NULL,
  result TEXT,
  elapsed_ms REAL,
  undo_kind TEXT,
  undo_data TEXT,
  undo_until INTEGER
) STRICT;
CREATE INDEX actions_by_time ON actions (at, id);
CREATE INDEX actions_of ON actions (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX actions_open ON actions (id) WHERE outcome = 'open';
CREATE TRIGGER actions_go AFTER DELETE ON conversations BEGIN
  UPDATE actions SET conversation = NULL, arguments = NULL, result = NULL, undo_kind = NULL, undo_data = NULL, undo_until = NULL WHERE conversation = old.id;
END;

CREATE TABLE facts (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  "by" TEXT NOT NULL
) STRICT;

CREATE TABLE reminders (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  zone TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
`

/** What of files, and of questions about them, left this computer to be made vectors: how much and where to, never what. */
const SENT_TEXT = `
CREATE TABLE sent_text (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  host TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  kind TEXT NOT NULL
) STRICT;
CREATE INDEX sent_text_by_time ON sent_text (at, id);
`

/** What was written before is told by its bytes, of which there are no fewer than characters. */
const SENT_FILES = `
ALTER TABLE sent_text ADD COLUMN characters INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sent_text ADD COLUMN files INTEGER NOT NULL DEFAULT 0;
UPDATE sent_text SET characters = bytes;
`

/** Why an answer ended early; of older ones nobody knows. */
const ENDED = `
ALTER TABLE items ADD COLUMN ended TEXT;
`

/** Forward only; a database at version n has seen the first n. A step that has been released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  { sql: BASE, reindex: false },
  { sql: SEARCH_AND_LEDGER, reindex: true },
  { sql: AUDIO, reindex: false },
  { sql: IMAGES, reindex: false },
  { sql: OWN_IDS, reindex: false },
  { sql: DRAFT_PLACES, reindex: false },
  { sql: RECORDS, reindex: false },
  { sql: SENT_TEXT, reindex: false },
  { sql: SENT_FILES, reindex: false },
  { sql: ENDED, reindex: false, unmarked: true },
]
