/**
 * Kinds of files that are looked at, read or played. A list of what may be opened, not of what may not: there is always one more ending
 * that a system runs. Pages and drawings that run scripts of their own (html, svg) and documents with macros are not among them.
 */
const OPENABLE: ReadonlySet<string> = new Set(
  [
    'pdf txt md markdown rtf csv tsv json xml yaml yml toml ini log tex bib epub mobi djvu ps',
    'doc docx odt pages xls xlsx ods numbers ppt pptx odp key',
    'png jpg jpeg gif webp avif heic heif bmp tif tiff ico psd xcf kra blend',
    'mp3 m4a aac flac wav ogg oga opus wma mid midi aiff',
    'mp4 m4v mov mkv webm avi wmv mpg mpeg ogv srt vtt',
    'zip 7z tar gz bz2 xz zst rar',
    'eml ics vcf gpx kml geojson stl obj step dwg dxf',
  ].flatMap((line) => line.split(' ')),
)

const ENDING = /\.([^./\\]{1,16})$/

export const endingOf = (path: string): string => ENDING.exec(path)?.[1]?.toLowerCase() ?? ''

export const isOpenable = (path: string): boolean => OPENABLE.has(endingOf(path))

/** On macOS a program is a folder. */
export const isPlainFolder = (path: string): boolean => endingOf(path.replace(/[/\\]+$/, '')) === ''

const DEVICE = /[\\/](con|prn|aux|nul|com\d|lpt\d)(\.[^\\/]*)?([\\/]|$)/i
const OWN_FOLDER = /^~[\\/]/

/** A whole path. A share of another computer is told who asks for it, and a colon opens another file inside the one that is named. */
export function isLocalPath(path: string, platform: string): boolean {
  if (path.includes('\0') || /^[\\/]{2}/.test(path)) return false
  if (platform !== 'win32') return path.startsWith('/') || path.startsWith('~/')
  return (OWN_FOLDER.test(path) || /^[A-Za-z]:[\\/]/.test(path)) && !path.slice(2).includes(':') && !DEVICE.test(path)
}
