/** Makes a `switch` exhaustive: a new variant without a branch no longer compiles. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}

/** Ends a `switch` in which these variants, and no others, mean nothing. */
export const leaveAlone = <Left>(left: Left): void => void left
