/**
 * What turns the direction of the text behind it, or is not seen at all (Unicode 16: bidirectional controls, format controls, tags and
 * the letters that are drawn as nothing). Tab and line breaks stay; joiners and variation selectors stay where they stand alone, since
 * emoji and several scripts are written with them.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu
const REPEATED = /([\u200c\u200d\ufe00-\ufe0f])[\u200c\u200d\ufe00-\ufe0f]+/gu
/** Four marks on one letter are more than any script needs; hundreds reach into the lines above and below. */
const STACKED = /(\p{M}{4})\p{M}+/gu

/** Whatever is not seen, or turns what is. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '').replace(REPEATED, '$1').replace(STACKED, '$1')

/** Words from a server, a file or a device, for a line of our own: nothing in them can turn the line round, hide in it or grow out of it. */
export const plainLine = (text: string): string => withoutUnseen(text).replace(/[\s\u0085]+/gu, ' ')
