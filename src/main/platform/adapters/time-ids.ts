import { v7, validate, version } from 'uuid'

/** A UUID of version 7 (RFC 9562): sortable by time, otherwise random. Without `at`: those made in one millisecond sort as they were made. */
export const timeId = (at?: number): string => (at === undefined ? v7() : v7({ msecs: at }))

/** As we write it: in small letters. */
export const isTimeId = (id: string): boolean => validate(id) && version(id) === 7 && id === id.toLowerCase()
