import { useCallback } from 'react'
import type { IndicatorApi } from '../../../../shared/ipc/apis/indicator-api'
import type { Status } from '../../../../shared/status'
import type { TurnPhase } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import { StatusMark } from '../parts/mark/status-mark'
import { LiveWave } from '../parts/wave/live-wave'
import { TurnTimer } from './turn-timer'

interface PillLineProps {
  readonly status: Status
  readonly phase: TurnPhase
  readonly pointed: boolean
  readonly indicator: Pick<IndicatorApi, 'cancel' | 'showPanel' | 'onLoudness'>
}

/** The voice is drawn while the microphone is open; otherwise the state is said. */
export function PillLine({ status, phase, pointed, indicator }: PillLineProps) {
  const hears = status === 'opening' || status === 'listening' || status === 'open'
  const follow = useCallback((listener: (level: number) => void) => indicator.onLoudness(({ input }) => listener(input)), [indicator])
  return (
    <div className="pill-line">
      <StatusMark status={status} />
      {hears ? <LiveWave follow={follow} bar={2.5} gap={2.5} /> : <p className="pill-title" aria-hidden="true">{say(`status.${status}`)}</p>}
      {hears && (phase === 'opening' || phase === 'listening') && <TurnTimer />}
      <PillButtons status={status} phase={phase} pointed={pointed} indicator={indicator} />
    </div>
  )
}

function PillButtons({ status, phase, pointed, indicator }: PillLineProps) {
  const takes = phase === 'opening' || phase === 'listening'
  const ends = phase !== 'idle' && (pointed || status === 'speaking')
  return (
    <>
      {ends && <button type="button" className="pill-button" onClick={() => indicator.cancel()} data-testid={takes ? 'pill-discard' : 'pill-stop'}>{takes ? say('panel.discard') : say('common.stop')}</button>}
      {pointed && <button type="button" className="pill-button" onClick={() => indicator.showPanel()} data-testid="pill-open">{say('panel.pill-open')}</button>}
    </>
  )
}
