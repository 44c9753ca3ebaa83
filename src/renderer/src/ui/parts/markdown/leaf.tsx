interface LeafProps {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** What would turn the letters behind it round: "exe.png" is then no picture. Words of both directions do without. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu

/** Words, and which places of the text they stand for: what is being spoken is found by them (ui/panel/conversation/spoken-painter.ts). */
export const Leaf = ({ text, from, to }: LeafProps) => <span data-from={from} data-to={to}>{text.replace(TURNING, '')}</span>
