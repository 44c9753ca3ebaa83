import type { Feature, FeatureWorld } from '../app/feature'
import { Summarizer } from './summarizer'

export function createSummaryFeature({ timers, logger }: Pick<FeatureWorld, 'timers' | 'logger'>): Feature {
  const summarizer = new Summarizer(timers, logger)
  return {
    extensions: [summarizer],
    start: (talk) => summarizer.start(talk.beside),
  }
}
