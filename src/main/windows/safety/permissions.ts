/** What a page asks for, as Electron tells it. */
export interface Ask {
  readonly permission: string
  readonly isPanel: boolean
  readonly isMainFrame: boolean
  /** With a request: what would be opened. */
  readonly mediaTypes?: readonly string[]
  /** With a check: what is looked at. */
  readonly mediaType?: string
}

/** `setSinkId` asks for this one. */
const SPEAKER = 'speaker-selection'

const isPanel = ({ isPanel, isMainFrame }: Ask): boolean => isPanel && isMainFrame

/** An old form of the wish for a screen names no type at all, so nothing but this one list will do. */
const isSoundAlone = (types: readonly string[] | undefined): boolean => types?.length === 1 && types[0] === 'audio'

/** The panel's own document may have a microphone, which it is the ear for, and choose its loudspeaker. Nobody may have anything else. */
export const mayHave = (ask: Ask): boolean => isPanel(ask) && (ask.permission === SPEAKER || (ask.permission === 'media' && isSoundAlone(ask.mediaTypes)))

/** Asked ahead, for instance before the names of devices are given out. */
export const mayProbablyHave = (ask: Ask): boolean => isPanel(ask) && (ask.permission === SPEAKER || (ask.permission === 'media' && ask.mediaType === 'audio'))
