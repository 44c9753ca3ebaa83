import { uptime } from 'node:os'

/** Milliseconds since the machine was started, its sleep included. Unlike the clock on the wall it cannot be set. */
export const systemUptime = (): number => uptime() * 1_000

/** The clock on the wall, asked anew each time: a test that sets it is believed. */
export const systemClock = (): number => Date.now()

/** Where the machine is, by its IANA name. */
export const systemZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
