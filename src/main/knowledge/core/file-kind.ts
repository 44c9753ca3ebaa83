/** Which reader takes a file. */
export type FileKind = 'pdf' | 'docx' | 'markdown' | 'text' | 'csv' | 'html' | 'epub'

const KINDS: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf', docx: 'docx', md: 'markdown', markdown: 'markdown', txt: 'text', text: 'text', log: 'text', rst: 'text', org: 'text', adoc: 'text',
  csv: 'csv', tsv: 'csv', html: 'html', htm: 'html', xhtml: 'html', epub: 'epub',
}

const endingOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/** Null: no reader for it. */
export const kindOf = (name: string): FileKind | null => KINDS[endingOf(name)] ?? null

/** Hidden ones belong to programs; Office and editors leave the others behind while a file is open. */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || name.endsWith('~')

/** Folders that hold what programs made, not what people wrote. */
export const isPassedOverFolder = (name: string): boolean => isPassedOver(name) || ['node_modules', '__pycache__', '$RECYCLE.BIN', 'System Volume Information'].includes(name)

const SECRET_ENDINGS = new Set(['pem', 'key', 'p12', 'pfx', 'jks', 'keystore', 'kdbx', 'kdb', 'keychain', 'keychain-db', 'wallet', 'ppk', 'ovpn', 'gpg', 'pgp', 'asc', 'age', 'agilekeychain', 'opvault'])
const SECRET_NAMES = /^(id_(rsa|dsa|ecdsa|ed25519)|wallet|credentials?|secrets?|passwords?|passw(oe|ö)rter|kennw(oe|ö)rter|env|netrc|pgpass|login\.keychain|seed[ _-]?phrase|recovery[ _-]?(codes?|key))(\.[^.]+)?$/iu

/** Keys, wallets, key chains: never read, whatever is in them. */
export const isSecretName = (name: string): boolean => SECRET_ENDINGS.has(endingOf(name)) || SECRET_NAMES.test(name)

/** A private key under whatever name: by the first bytes of the file, read as Latin letters. */
export const looksLikeKey = (head: string): boolean => /-----BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File-/u.test(head)
