import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'

/** What can be done with what was not heard; null: its sound is not in memory any more. */
export interface Rest {
  readonly playing: boolean
  readonly play: () => void
  readonly stop: () => void
}

interface InterruptedProps {
  /** Nothing was heard. */
  readonly whole: boolean
  readonly rest: Rest | null
  readonly reachable: boolean
}

/** A thin line where the person stopped hearing it. It stays: no server is told of what is played afterwards. */
export function Interrupted({ whole, rest, reachable }: InterruptedProps) {
  return (
    <div className="interrupted" data-testid="interrupted">
      <span>{say(whole ? 'answers.unheard' : 'answers.interrupted')}</span>
      {rest !== null && (
        <Button look="plain" icon={rest.playing ? 'stop' : 'play'} tabIndex={reachable ? 0 : -1} onClick={rest.playing ? rest.stop : rest.play} data-testid="play-rest" data-playing={rest.playing}>
          {say(rest.playing ? 'common.stop' : whole ? 'answers.play-all' : 'answers.play-rest')}
        </Button>
      )}
    </div>
  )
}
