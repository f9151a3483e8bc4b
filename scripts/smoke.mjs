// Walks README's first command as a newcomer would: starts it, looks at three pages, stops it, and starts it again
// on the same data.   node scripts/smoke.mjs
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const data = mkdtempSync(join(tmpdir(), 'kring-smoke-'))
const address = `http://127.0.0.1:${await freePort()}`
let running

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { cleanUp(); process.exit(1) })
process.on('exit', cleanUp)

try {
  const first = await visit('first start', 300)
  const second = await visit('second start', 60)
  check(first.people.length > 0, 'the console names who can sign in')
  check(String(second.people) === String(first.people), 'the second start names the same people')
  check(first.files.length > 0, 'a database stands in the data folder')
  check(String(second.files) === String(first.files), 'the second start uses the files of the first')
  console.log('Smoke run: as promised.')
} catch (fault) {
  console.error(`Smoke run: ${fault.message}`)
  if (running) console.error(running.text.slice(-4000))
  process.exit(1)
}

async function visit(name, seconds) {
  const begun = Date.now()
  await start(seconds)
  console.log(`${name}: ready after ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  check(running.text.includes(address), `the console prints ${address}`)
  await page('/', 'text/html')
  await page('/dev/outbox', 'text/html')
  JSON.parse(await page('/dev/outbox?format=json', 'application/json'))
  const people = [...new Set(running.text.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? [])].sort()
  await stop()
  return { people, files: databases() }
}

async function start(seconds) {
  const command = ['run', '--project', 'src/Kring', '--', '--demo', '--data', data, '--urls', address]
  // A process group of its own, so that nothing stays behind when something goes wrong.
  const child = spawn('dotnet', command, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  running = { child, text: '', ended: new Promise(done => child.on('close', done)) }
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', part => { running.text += part })
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(200)) {
    check(child.exitCode === null, 'it keeps running')
    const ready = await fetch(`${address}/health/ready`).catch(() => null)
    if (ready?.status === 200) return
  }
  throw new Error(`not ready within ${seconds} s`)
}

async function stop() {
  running.child.kill('SIGTERM')
  const inTime = await Promise.race([running.ended.then(() => true), pause(20_000, false, { ref: false })])
  check(inTime, 'it stops within 20 s when asked')
  check(await fetch(address).then(() => false, () => true), 'nobody listens after it stopped')
  running = undefined
}

async function page(path, type) {
  const answer = await fetch(address + path, { headers: { accept: type } })
  check(answer.status === 200, `${path} answers 200, not ${answer.status}`)
  check(answer.headers.get('content-type')?.startsWith(type), `${path} is ${type}`)
  return answer.text()
}

function databases() {
  return readdirSync(data, { recursive: true }).filter(name => /\.(db|sqlite)$/.test(name)).sort()
    .map(name => `${name} ${statSync(join(data, name)).ino}`)
}

function check(holds, promise) {
  if (!holds) throw new Error(`not so: ${promise}`)
}

function cleanUp() {
  if (running?.child.pid) try { process.kill(-running.child.pid, 'SIGKILL') } catch { /* it had ended */ }
  rmSync(data, { recursive: true, force: true })
}

function freePort() {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
