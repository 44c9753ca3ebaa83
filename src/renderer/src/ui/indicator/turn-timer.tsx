import { clockOf, useSecondsSince } from '../parts/use-seconds'

/** How long it has been shown. Nobody needs it read out. */
export function TurnTimer() {
  return <span className="pill-time" aria-hidden="true" data-testid="pill-time">{clockOf(useSecondsSince(true))}</span>
}
