import type { SoundNewsApi } from './sound'
import type { BubbleApi, ShowPanelApi } from './windows'

/** `window.indicator`: all the floating indicator can say to main. */
export interface IndicatorApi extends BubbleApi, ShowPanelApi, Pick<SoundNewsApi, 'onLoudness'> {}
