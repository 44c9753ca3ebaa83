import {
  ArrowDown,
  ArrowLeft,
  ArrowUp,
  AudioLines,
  Check,
  ChevronDown,
  ChevronRight,
  Copy,
  Ear,
  Ellipsis,
  ExternalLink,
  FileText,
  Folder,
  Headphones,
  History,
  Keyboard,
  type LucideIcon,
  MessageCircle,
  Mic,
  MicOff,
  Monitor,
  Moon,
  OctagonAlert,
  Paperclip,
  Pencil,
  Pin,
  Play,
  Plug,
  Plus,
  RotateCcw,
  Search,
  Server,
  Settings2,
  Shield,
  SlidersHorizontal,
  Square,
  Trash2,
  Undo2,
  Unplug,
  VenetianMask,
  Volume2,
  Wrench,
  WrenchOff,
  X,
} from 'lucide-react'
import './icon.css'

/** Our names for the one icon set (Lucide); no other file knows it. */
const ICONS = {
  microphone: Mic,
  'microphone-off': MicOff,
  dots: Ellipsis,
  bars: AudioLines,
  up: ArrowUp,
  down: ArrowDown,
  back: ArrowLeft,
  unplugged: Unplug,
  plug: Plug,
  warning: OctagonAlert,
  asleep: Moon,
  gear: Settings2,
  history: History,
  plus: Plus,
  mask: VenetianMask,
  close: X,
  copy: Copy,
  check: Check,
  play: Play,
  stop: Square,
  trash: Trash2,
  again: RotateCcw,
  undo: Undo2,
  keyboard: Keyboard,
  'chevron-down': ChevronDown,
  'chevron-right': ChevronRight,
  attach: Paperclip,
  look: Monitor,
  server: Server,
  answer: MessageCircle,
  sound: Volume2,
  shield: Shield,
  search: Search,
  pin: Pin,
  pencil: Pencil,
  tool: Wrench,
  'tool-off': WrenchOff,
  trace: FileText,
  folder: Folder,
  sliders: SlidersHorizontal,
  leave: ExternalLink,
  headphones: Headphones,
  ear: Ear,
} as const satisfies Readonly<Record<string, LucideIcon>>

export type IconName = keyof typeof ICONS

interface IconProps {
  readonly name: IconName
  /** Filled with its own colour: a pin that is set, a square that stops. */
  readonly filled?: boolean
}

/** Decoration only: whatever it says is also said in words beside it. */
export function Icon({ name, filled = false }: IconProps) {
  const Drawn = ICONS[name]
  return <Drawn className="icon" aria-hidden="true" focusable="false" data-icon={name} data-filled={filled} />
}
