import { type MouseEvent, type PointerEvent, useRef } from 'react'
import type { Status } from '../../../../../../shared/status'
import type { Hold } from '../../../../state/panel/hold'
import { Icon, type IconName } from '../../../parts/icon'
import { StatusMark } from '../../../parts/mark/status-mark'
import type { PrimaryLook } from '../dock-look'
import './primary-button.css'

interface PrimaryButtonProps {
  readonly look: PrimaryLook
  readonly label: string
  /** Its words where it has any. */
  readonly words: string
  readonly status: Status
  readonly sign: TalkSign
  readonly quiet: boolean
  /** Space does not press it, but talks, as it does everywhere in this window. */
  readonly talks: boolean
  readonly hold: Hold
  /** A click without a pointer (Enter, screen readers) cannot hold: it starts, and the next one ends. */
  readonly acts: Readonly<Record<PrimaryLook, () => void>>
}

/** Null: the state's mark stands for it. */
export type TalkSign = 'microphone' | 'microphone-off' | null

const ICONS = { send: 'up', submit: 'up', stop: 'stop' } as const satisfies Readonly<Record<Exclude<PrimaryLook, 'talk'>, IconName>>

/**
 * One button for all states: what is held with the pointer, or has the focus, must not go away under it. It means what it meant when
 * it was pressed: letting go of a hold sends, and does not stop what comes of it.
 */
export function PrimaryButton({ look, label, words, status, sign, quiet, talks, hold, acts }: PrimaryButtonProps) {
  const pressedAs = useRef<PrimaryLook | null>(null)
  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    pressedAs.current = look
    if (look !== 'talk') return
    event.currentTarget.setPointerCapture(event.pointerId)
    hold.begin('pointer')
  }
  const up = () => hold.end('pointer')
  const click = ({ detail }: MouseEvent) => {
    const as = detail === 0 ? look : pressedAs.current
    if (as === null || (as === 'talk' && detail !== 0)) return
    acts[as]()
  }
  return (
    <button
      type="button"
      className="primary-button"
      data-testid={look === 'submit' ? 'send-text' : look === 'stop' ? 'stop' : 'talk-button'}
      data-look={look}
      data-quiet={quiet}
      data-marked={look === 'talk' && sign === null}
      data-talk={talks ? '' : undefined}
      aria-label={label}
      onPointerDown={down}
      onPointerUp={up}
      onPointerCancel={up}
      onLostPointerCapture={up}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      onClick={click}
    >
      <Sign look={look} status={status} sign={sign} />
      {words !== '' && <span className="dock-word">{words}</span>}
    </button>
  )
}

function Sign({ look, status, sign }: Pick<PrimaryButtonProps, 'look' | 'status' | 'sign'>) {
  if (look !== 'talk') return <Icon name={ICONS[look]} filled={look === 'stop'} />
  return sign === null ? <StatusMark status={status} /> : <Icon name={sign} />
}
