import { desktopCapturer, type Display, type NativeImage, screen, systemPreferences } from 'electron'
import { descend, fitted } from '../../../shared/images/image-plan'
import { err, ok, type Result } from '../../../shared/result'
import type { ScreenPort, SeenScreen } from '../core/built-in/ports'

const NOT_SEEN = 'The system did not give a picture of the screen.'
const NOT_ALLOWED = 'The system does not let Parley see the screen. It can be allowed in the privacy settings of the system.'

/** `seen`: the person is shown which screen was looked at, after the picture and so not on it. */
export function electronScreen(seen: (display: Display) => void): ScreenPort {
  return {
    capture: async () => {
      if (process.platform === 'darwin' && systemPreferences.getMediaAccessStatus('screen') === 'denied') return err(NOT_ALLOWED)
      const display = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
      const picture = await pictureOf(display)
      if (picture === null) return err(NOT_SEEN)
      seen(display)
      return scaled(picture)
    },
  }
}

/** Taken at its own size: what is scaled here is scaled better than a thumbnail. Null: it was not given, or it is empty. */
async function pictureOf({ id, size, scaleFactor }: Display): Promise<NativeImage | null> {
  const thumbnailSize = { width: Math.round(size.width * scaleFactor), height: Math.round(size.height * scaleFactor) }
  try {
    const sources = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize })
    const picture = (sources.find((source) => source.display_id === String(id)) ?? sources[0])?.thumbnail
    return picture === undefined || picture.isEmpty() ? null : picture
  } catch {
    return null // where a system refuses, Electron rejects without a reason
  }
}

async function scaled(picture: NativeImage): Promise<Result<SeenScreen, string>> {
  const made = await descend(async ({ edge, quality }) => {
    const size = fitted(picture.getSize(), edge)
    const jpeg = picture.resize({ ...size, quality: 'best' }).toJPEG(Math.round(quality * 100))
    return { ...size, jpeg, size: jpeg.length }
  })
  if (made === null) return err(NOT_SEEN)
  return ok({ url: `data:image/jpeg;base64,${made.jpeg.toString('base64')}`, width: made.width, height: made.height })
}
