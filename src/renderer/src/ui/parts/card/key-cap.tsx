import './key-cap.css'

/** A key as it is printed. */
export function KeyCap({ words }: { readonly words: string }) {
  return <kbd>{words}</kbd>
}
