import type { ErrorTag } from './errors'
import { plainLine } from './plain-line'

/** Where a sentence names its device, if that is known. */
const NAME = '{name}'
/** Devices name themselves. */
const DEVICE_CHARS = 80

/** One sentence each: what happened, and what to do. The only place where a tag becomes words. */
const WORDS: Readonly<Record<ErrorTag, string>> = {
  'no-key': 'Parley has no API key for this server yet; enter one in Settings, or choose Practice.',
  auth: 'The server refused the API key; check it in Settings and enter it again.',
  'secret-long': 'This is longer than any API key (8,192 letters), so it was not taken; copy the key alone and paste it again.',
  'secret-exposed': 'This address is not encrypted (ws://), so no key is kept for it or sent to it; use wss://, or a server that needs no key.',
  quota: 'The account has no credit left; add credit with the provider, then talk again.',
  'rate-limit': 'The server asks to slow down; wait a few seconds and talk again.',
  model: 'The server does not know this model or will not let you use it; choose another in Settings.',
  network: 'The server cannot be reached; check the network and the address, then press the talk key to try again.',
  certificate: 'The certificate or the encryption of this server cannot be trusted, so nothing was sent; check the address, and the clock of this computer.',
  'server-gone': 'The connection broke in the middle of the answer; press the talk key to ask again.',
  'session-ended': 'The server ended the session while you spoke; press the talk key to begin another.',
  protocol: 'The server answered in a way Parley does not understand; check the address in Settings.',
  'mic-denied': 'The microphone is not allowed; allow it for Parley in the system settings, then press again.',
  'mic-missing': 'No microphone was found; plug one in or choose another in Settings, then press again.',
  'mic-busy': 'The microphone cannot be opened; close the program that uses it, then press again.',
  'mic-lost': 'The microphone went away while you spoke; plug it in or choose another, then press again.',
  'mic-replaced': `The microphone went away, so Parley goes on with the next one${NAME}; choose another in Settings if that is wrong.`,
  'mic-silent': `Nothing at all comes from the microphone${NAME}; look for its mute switch, or choose another in Settings.`,
  'mic-bluetooth': `While a Bluetooth headset listens${NAME}, what it plays sounds like a telephone; choose another microphone in Settings to avoid that.`,
  speaker: 'The loudspeaker cannot be used; choose another in Settings.',
  'speaker-replaced': `The loudspeaker went away, so Parley goes on with the next one${NAME}; choose another in Settings if that is wrong.`,
  'too-short': 'That was too short to hear; hold the key while you speak, then let go.',
  keychain: 'The system keychain is locked or missing, so the key is kept for this run only; unlock it and enter the key again to keep it.',
  hotkey: 'The hotkey could not be registered because something else uses it; choose another in Settings.',
  'key-taken': 'The talk key and the hands-free key cannot be the same; press another.',
  'key-reserved': 'The system or most programs need this key for themselves; press another.',
  'key-types': 'This key would also type in every program; press a modifier, a function key, a mouse button, or a key together with Ctrl or Alt.',
  'key-modifiers': 'Two modifiers alone cannot be told from the start of a shortcut; press one of them, or add another key.',
  'key-unseen': 'This system hides keys from programs, so none can be recorded here; use the one that is shown.',
  'key-absent': 'This keyboard has no such key, or hides it from programs; choose another talk key in Settings.',
  vad: 'This server does not know the chosen way to find the end of a sentence; the other way is used instead.',
  'no-hands-free': 'This server cannot listen hands-free; hold the talk key while you speak.',
  settings: 'The settings file could not be read; it was set aside and Parley started with the defaults.',
  'settings-edit': 'The settings file was edited in a way Parley cannot read; what was set before stays in force until you mend it.',
  timeout: 'No answer came in time; press the talk key to ask again.',
  'answer-failed': 'The server could not answer; press the talk key to ask again.',
  'answer-empty': 'The server ended its turn without an answer; press the talk key to ask again.',
  'answer-filtered': 'The server held this answer back because of its content; ask in other words.',
  'answer-short': 'The answer reached the limit of the server and ends early; ask for the rest.',
  'sound-lost': 'There was more sound than Parley can hold, so part of it is not played; its words are in the conversation.',
  flood: 'The server sends far more than anybody can read, so Parley leaves out the rest; begin a new conversation if something is missing.',
  'slow-down': 'The server asks to wait a moment; Parley asks it again by itself.',
  'hands-free-draft': 'A draft is sent in hold-to-talk; leave hands-free first, then send it again.',
  undelivered: 'Your words could not be delivered; they are kept in History under Drafts, to play or send again.',
  'undelivered-private': 'Your words could not be delivered, and were not kept because this conversation is private; please say them again.',
  history: 'The history cannot be used just now; Parley keeps trying, and nothing of this talk is lost while it runs.',
  'history-full': 'The disk is full, so the history is not being saved; free some space and Parley goes on by itself.',
  'history-damaged': 'The history could not be read; it was set aside beside the new one, which begins now.',
  'history-locked': 'Another program holds the history; close it, and Parley goes on by itself.',
  'history-gone': 'What was deleted for good is not written down again; begin a new conversation, so that what you say is kept.',
  import: 'This file could not be imported; choose a JSON file that Parley has exported.',
  'image-empty': 'This file is empty; choose another image.',
  'image-unreadable': 'This is no image that Parley can read; use PNG, JPEG, WebP, AVIF or a still GIF.',
  'image-moving': 'Moving pictures cannot be sent; use a still image.',
  'image-too-large': 'This image is too large to read (50 MB and 64 megapixels at most); use a smaller one.',
  'image-too-many': 'Four images can be sent at a time; send or remove some first.',
  'item-gone': 'This message is not in the conversation any more; ask anew.',
  'no-sound': 'No sound of this was kept; let it be kept from now on in History, under Privacy.',
  unexpected: 'Something went wrong inside Parley; press the talk key to try again.',
}

/** `device`: what the device it is about is called. */
export const errorWords = (tag: ErrorTag, device = ''): string => WORDS[tag].replace(NAME, () => (device === '' ? '' : ` (${plainLine(device).slice(0, DEVICE_CHARS)})`))
