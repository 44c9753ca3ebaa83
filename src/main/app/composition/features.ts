import { createSummaryFeature } from '../../summary/summary-feature'
import type { JoinFeature } from '../feature'

/** The features that join by a line here, in the order in which they are asked. One that brings adapters of its own joins beside them, in `index.ts`. */
export const FEATURES: readonly JoinFeature[] = [createSummaryFeature]
