import type { Database } from '../../../platform/adapters/database/connection'
import type { Gone } from './removal/gone'

/** An open history. */
export interface Session {
  readonly folder: string
  readonly db: Database
  readonly gone: Gone
  /** The file name under which a damaged database was set aside. */
  readonly setAside: string | null
}
