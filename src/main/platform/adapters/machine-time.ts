import { uptime } from 'node:os'

/** Milliseconds since the machine was started, its sleep included. Unlike the clock on the wall it cannot be set. */
export const systemUptime = (): number => uptime() * 1_000

/** Where the machine is, by its IANA name. */
export const systemZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
