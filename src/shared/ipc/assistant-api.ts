import type { AudioCommand, AudioReport, DeviceLists, InvokeAnswer, KeyTry, Loudness, ServerEntry, SettingsSection } from './contract'
import type { ImageId, ItemId } from '../ids'
import type { FirstStepsPatch, TalkMode } from '../settings'
import type { AssistantView, ItemsPatch } from '../view'

type Unsubscribe = () => void

/** `window.assistant`: all the panel can say to main, method by method. Every `onX` returns its unsubscribe. */
export interface AssistantApi {
  getView(): Promise<InvokeAnswer<'view:get'>>
  sendText(text: string): Promise<InvokeAnswer<'text:send'>>
  /** `bytes`: PNG or JPEG, scaled already; main looks again. */
  attachImage(name: string, bytes: Uint8Array): Promise<InvokeAnswer<'image:attach'>>
  detachImage(image: ImageId): void
  /** The next five answer only while the first steps are shown. */
  updateSettings(patch: FirstStepsPatch): Promise<InvokeAnswer<'first-steps:update'>>
  /** Whether the server begins a session; nothing is kept. */
  testServer(entry: ServerEntry): Promise<InvokeAnswer<'server:test'>>
  stopServerTest(): void
  /** Chooses it, and keeps the key that came with it. */
  useServer(entry: ServerEntry): Promise<InvokeAnswer<'server:use'>>
  usePractice(): void
  recordHotkey(which: 'talk' | 'mode'): Promise<InvokeAnswer<'hotkey:record'>>
  press(): void
  release(): void
  cancel(): void
  /** What was discarded a moment ago is sent after all. */
  undoCancel(): void
  setMode(mode: TalkMode): void
  retryConnection(): void
  dismissNotice(id: number): void
  hidePanel(): void
  newConversation(how: { readonly private: boolean }): void
  openHistory(): void
  /** Null: where it was left. */
  openSettings(section: SettingsSection | null): void
  copyItem(item: ItemId): Promise<InvokeAnswer<'item:copy'>>
  /** What stands behind the first `from` characters of a long message. */
  itemText(item: ItemId, from: number): Promise<InvokeAnswer<'item:text'>>
  playItem(item: ItemId): Promise<InvokeAnswer<'item:play'>>
  stopPlaying(): void
  removeItem(item: ItemId): Promise<InvokeAnswer<'item:remove'>>
  restoreItem(item: ItemId): Promise<InvokeAnswer<'item:restore'>>
  askAgain(item: ItemId): Promise<InvokeAnswer<'item:again'>>
  /** Opens the microphone to look at its level, for a while, and closes it again. `view.microphoneTrial` says how it is going. */
  tryMicrophone(on: boolean): void
  /** Chromium says that the network is back. */
  networkOnline(): void
  onView(listener: (view: AssistantView) => void): Unsubscribe
  /** While `recordHotkey` waits: the keys that are down, at every change. */
  onKeysHeld(listener: (keys: readonly string[]) => void): Unsubscribe
  onItems(listener: (patch: ItemsPatch) => void): Unsubscribe
  /** Whether the window is on the screen, when its page loads and at every change. */
  onSeen(listener: (seen: boolean) => void): Unsubscribe
  onKeyTried(listener: (now: KeyTry) => void): Unsubscribe
  onAudioCommand(listener: (command: AudioCommand) => void): Unsubscribe
  tellDevices(devices: DeviceLists): void
  tellLoudness(loudness: Loudness): void
  reportAudio(report: AudioReport): void
  /** Announces the audio host; main answers with the two ports, which reach the page as a `message` event (see audio-ports.ts). */
  audioReady(): void
}
