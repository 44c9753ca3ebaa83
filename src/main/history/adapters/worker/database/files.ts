import { join } from 'node:path'

const DATABASE = 'history.db'
/** Next to the database: the last run met damage in it. */
const SUSPECT = 'history.suspect'
const AUDIO = 'audio'

/** What belongs to a database besides itself. */
export const COMPANIONS = ['', '-wal', '-shm'] as const

/** Databases that were set aside, with their companions and sound. */
export const SET_ASIDE = /^history\.(damaged|newer)-/

export const databasePath = (folder: string): string => join(folder, DATABASE)
export const suspectPath = (folder: string): string => join(folder, SUSPECT)
export const audioPath = (folder: string): string => join(folder, AUDIO)
