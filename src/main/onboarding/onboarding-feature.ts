import type { Feature } from '../app/feature'
import { createFirstRun, type FirstRun, type FirstRunParts } from './first-run'
import { serverRoutes } from './server-routes'

export interface OnboardingFeature extends Feature {
  readonly first: FirstRun
}

export function createOnboardingFeature(world: FirstRunParts): OnboardingFeature {
  const first = createFirstRun(world)
  return {
    first,
    settings: [{ part: 'all', changed: () => first.evaluate() }],
    routes: (door) => serverRoutes(door, first.servers),
    start: () => {
      first.evaluate()
      void first.servers.tidy()
    },
  }
}
