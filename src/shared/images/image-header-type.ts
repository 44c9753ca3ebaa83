/** What the first bytes of an image say. `moving`: more than one picture in turn. Sizes in pixels as stored, before any turning. */
export interface ImageHeader {
  readonly type: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif'
  readonly width: number
  readonly height: number
  readonly moving: boolean
}
