import type { ReactNode } from 'react'
import type { KeptSpeech } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { Button, IconButton } from '../../parts/controls/button'
import { clockOf } from '../../parts/use-seconds'
import type { MessageActions } from './use-message-actions'
import './unsent.css'

export interface UnsentSpeech {
  /** So much waits for a connection; null: nothing. */
  readonly waitingMs: number | null
  readonly kept: readonly KeptSpeech[]
  readonly private: boolean
}

interface UnsentProps extends UnsentSpeech {
  readonly playingClip: string | null
  readonly actions: Pick<MessageActions, 'playKept' | 'sendKept' | 'stop'>
}

export const hasUnsent = ({ waitingMs, kept }: UnsentSpeech): boolean => waitingMs !== null || kept.length > 0

/** What was said and has not reached its server stands where it was said, so that nobody thinks it is lost. */
export function Unsent({ waitingMs, kept, private: isPrivate, playingClip, actions }: UnsentProps) {
  return (
    <>
      {kept.map(({ draft, ms }) => (
        <UnsentItem key={draft} state="kept" ms={ms} play={<PlayKept playing={playingClip === draft} play={() => actions.playKept(draft)} stop={actions.stop} />}>
          {say('panel.unsent-kept')} <Button look="plain" onClick={() => actions.sendKept(draft)} data-testid="send-kept">{say('panel.send-again')}</Button>
        </UnsentItem>
      ))}
      {waitingMs !== null && <UnsentItem state="waiting" ms={waitingMs} play={null}>{say(isPrivate ? 'panel.unsent-private' : 'panel.unsent-waiting')}</UnsentItem>}
    </>
  )
}

function UnsentItem({ state, ms, play, children }: { readonly state: 'waiting' | 'kept'; readonly ms: number; readonly play: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="item unsent" data-role="user" data-kind="speech" data-state={state} data-testid="unsent">
      <p className="bubble">{play}<span>{say('panel.unsent-speech', { time: clockOf(Math.max(1, Math.round(ms / 1_000))) })}</span></p>
      <p className="footnote">{children}</p>
    </li>
  )
}

function PlayKept({ playing, play, stop }: { readonly playing: boolean; readonly play: () => void; readonly stop: () => void }) {
  return <IconButton size="small" icon={playing ? 'stop' : 'play'} label={say(playing ? 'common.stop' : 'common.play')} onClick={playing ? stop : play} data-testid="play-kept" />
}
