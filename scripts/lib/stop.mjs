/** A reason to stop that the person at the keyboard can act on: one sentence, shown without a stack. */
export class Stop extends Error {}

/**
 * Runs a script's main function. A `Stop` is one line on the terminal; anything else is a bug and shows its stack.
 * @param {() => Promise<number | void>} main resolves with the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    process.exitCode = 1
  }
}
