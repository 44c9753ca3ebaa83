/** What a question came from: a held key, the keyboard, speech that was kept, or what the server heard by itself. */
export type AskedBy = 'held' | 'typed' | 'draft' | 'heard'
