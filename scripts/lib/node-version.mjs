// Imported first by every script that people start: on an older Node the next import would fail with something nobody understands.
const OLDEST = [20, 19]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`Parley needs Node ${OLDEST.join('.')} or newer, and this is ${process.versions.node}: install a newer Node and run the same command again.`)
  process.exit(1)
}
