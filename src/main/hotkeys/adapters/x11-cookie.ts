const LOCAL = 256
const WILD = 65_535

/** The cookie for a display of this machine in an `.Xauthority` file; empty when there is none, which some servers accept. */
export function findCookie(file: Buffer, display: string): Buffer {
  for (let at = 0; at + 2 <= file.length; ) {
    const family = file.readUInt16BE(at)
    const fields = readFields(file, at + 2)
    if (fields === null) return Buffer.alloc(0)
    const [, number, name, value] = fields.values
    const isOurs = (family === LOCAL || family === WILD) && (number?.length === 0 || number?.toString() === display)
    if (isOurs && name?.toString() === 'MIT-MAGIC-COOKIE-1' && value !== undefined) return value
    at = fields.end
  }
  return Buffer.alloc(0)
}

/** Four fields, each with its length before it: address, display number, name, value. Null when the file ends too early. */
function readFields(file: Buffer, start: number): { readonly values: readonly Buffer[]; readonly end: number } | null {
  const values: Buffer[] = []
  let at = start
  for (let count = 0; count < 4; count += 1) {
    if (at + 2 > file.length) return null
    const length = file.readUInt16BE(at)
    if (at + 2 + length > file.length) return null
    values.push(file.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return { values, end: at }
}
