import { say } from '../../../shared/words/say'
/** Of a share of one: 0.6 is "60%". */
export const percent = (share: number): string => say('common.percent', { share })
