import { useEffect, useRef } from 'react'
import { say } from '../../../../shared/words/say'
import './level-meter.css'

interface LevelMeterProps {
  /** Tells 0..1 for as long as it is followed. */
  readonly follow: (show: (level: number) => void) => () => void
  readonly testId: string
}

/** How loud the microphone is now. Past React: a state for each reading would draw the whole screen. */
export function LevelMeter({ follow, testId }: LevelMeterProps) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(
    () => follow((level) => {
      bar.current?.style.setProperty('--level', level.toFixed(3))
      bar.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)))
    }),
    [follow],
  )
  return <div ref={bar} className="level-meter" role="meter" aria-label={say('settings.level')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0} data-testid={testId} />
}

/** Nobody listens. */
export function RestingMeter() {
  return <div className="level-meter" aria-hidden="true" />
}
