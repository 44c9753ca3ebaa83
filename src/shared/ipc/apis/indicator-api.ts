import type { SoundNewsApi } from '../sound'
import type { TalkApi } from '../talk'
import type { CardApi } from '../tools'
import type { BubbleApi, ShowPanelApi } from '../windows'

/** `window.indicator`: all the floating indicator can say to main. */
export interface IndicatorApi extends BubbleApi, ShowPanelApi, CardApi, Pick<SoundNewsApi, 'onLoudness'>, Pick<TalkApi, 'cancel'> {}
