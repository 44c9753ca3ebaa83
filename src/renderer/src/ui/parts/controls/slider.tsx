import { Slider as Base } from '@base-ui/react/slider'
import './slider.css'

interface SliderProps {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The value as a person says it: "60 %", "0.5 s". */
  readonly words: (value: number) => string
  readonly disabled?: boolean
  /** Id of what says more about it. */
  readonly describedBy?: string
  /** While it is dragged. */
  readonly change: (value: number) => void
  /** When it is let go, or after a key. */
  readonly settle: (value: number) => void
}

/** A value within bounds, with its name and itself in words above. */
export function Slider({ name, label, value, min, max, step, words, disabled = false, describedBy, change, settle }: SliderProps) {
  return (
    <Base.Root
      className="slider"
      name={name}
      value={value}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={(next) => change(next)}
      onValueCommitted={(next) => settle(next)}
      aria-describedby={describedBy}
      data-testid={`slider-${name}`}
    >
      <Base.Label className="slider-label">{label}</Base.Label>
      <output className="slider-words">{words(value)}</output>
      <Base.Control className="slider-control">
        <Base.Track className="slider-track">
          <Base.Indicator className="slider-filled" />
          <Base.Thumb className="slider-thumb" getAriaValueText={(_text, at) => words(at)} />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  )
}
