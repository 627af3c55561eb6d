import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { priceStore, type StoredHistory } from './price-store.ts'
import { StoreDamage } from './store-damage.ts'

const root = await mkdtemp(join(tmpdir(), 'portofino-store-'))
after(() => rm(root, { recursive: true }))
const freshFolder = (): Promise<string> => mkdtemp(join(root, 'case-'))
const writer = fileURLToPath(new URL('price-writer.ts', import.meta.url))
const acme = { symbol: 'ACME', market: 'XLON' }

function stored(symbol: string, closes: number[]): StoredHistory {
  const days = Int32Array.from(closes, (_, day) => day)
  const instrument = {
    symbol,
    name: symbol,
    market: 'XLON',
    calendar: null,
    currency: 'GBP',
    returns: 'total' as const,
    first: 0,
    last: 1,
  }
  const adjusted = { days, closes: Float64Array.from(closes) }
  const history = { instrument, adjusted, raw: null, actions: [], source: 'provider', asOf: '2020-01-01', version: '' }
  return { history, from: 0, to: closes.length }
}

function startWriter(folder: string, { label, rows, count }: { label: number; rows: number; count: number }): ChildProcess {
  const values = [label, rows, count].map(String)
  return spawn(process.execPath, [writer, folder, ...values], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Every price of a version is the same number, so that a mixture of two would show. */
async function readWhole(folder: string): Promise<number> {
  const read = await priceStore(folder, 'provider').read(acme)
  const closes = [...read!.history.adjusted.closes]
  assert.equal(new Set(closes).size, 1)
  return closes[0]!
}

async function folderOfAcme(folder: string): Promise<string> {
  const [source] = await readdir(folder)
  const [instrument] = await readdir(join(folder, source!))
  return join(folder, source!, instrument!)
}

describe('priceStore', () => {
  test('gives back what was written last, and nothing for what never was', async () => {
    const store = priceStore(await freshFolder(), 'provider')
    assert.equal(await store.read(acme), null)
    assert.deepEqual(await store.pointers(), [])
    await store.write(stored('ACME', [1, 2]))
    await store.write(stored('ACME', [1, 2, 3]))
    const { history, from, to } = (await store.read(acme))!
    assert.deepEqual([...history.adjusted.closes], [1, 2, 3])
    assert.deepEqual([from, to, history.source, history.asOf], [0, 3, 'provider', '2020-01-01'])
    assert.match(history.version, /^[0-9a-f]{64}$/)
  })

  test('keeps any symbol apart from any other, inside its folder', async () => {
    const folder = await freshFolder()
    const store = priceStore(folder, 'provider')
    const symbols = ['^GSPC', 'BRK/B', '..', '../../..', '.', 'CON', 'A%2F', 'a', 'A', 'GC=F', 'é'.repeat(100)]
    for (const [k, symbol] of symbols.entries()) await store.write(stored(symbol, [k + 1]))
    for (const [k, symbol] of symbols.entries()) {
      const read = await store.read({ symbol, market: 'XLON' })
      assert.deepEqual([read?.history.instrument.symbol, read?.history.adjusted.closes[0]], [symbol, k + 1])
    }
    assert.equal((await readdir(folder)).length, 1)
    assert.deepEqual((await store.pointers()).map(({ instrument }) => instrument.symbol).toSorted(), symbols.toSorted())
    assert.deepEqual(
      (await store.pointers(['BRK/B'])).map(({ instrument }) => instrument.symbol),
      ['BRK/B'],
    )
  })

  test('keeps earlier versions, one file each, unchanged', async () => {
    const folder = await freshFolder()
    const store = priceStore(folder, 'provider')
    await store.write(stored('ACME', [1]))
    const { version } = (await store.read(acme))!.history
    const path = join(await folderOfAcme(folder), `${version}.prices`)
    const before = await readFile(path)
    for (const closes of [[1, 2], [1], [1, 2]]) await store.write(stored('ACME', closes))
    assert.deepEqual(await readFile(path), before)
    assert.equal((await readdir(await folderOfAcme(folder))).filter((name) => name.endsWith('.prices')).length, 2)
  })

  test('reports a file that was cut, altered or removed, and never uses it', async () => {
    const damages: ((path: string) => Promise<void>)[] = [
      (path) => truncate(path, 100),
      async (path) => writeFile(path, (await readFile(path)).with(200, 7)),
      (path) => rm(path),
    ]
    for (const damage of damages) {
      const folder = await freshFolder()
      const store = priceStore(folder, 'provider')
      await store.write(
        stored(
          'ACME',
          Array.from({ length: 50 }, () => 5),
        ),
      )
      const { version } = (await store.read(acme))!.history
      await damage(join(await folderOfAcme(folder), `${version}.prices`))
      await assert.rejects(store.read(acme), StoreDamage)
      await store.write(
        stored(
          'ACME',
          Array.from({ length: 50 }, () => 5),
        ),
      )
      assert.equal((await store.read(acme))?.history.version, version, 'written again')
    }
  })

  test('reports a pointer that is not as it was written', async () => {
    const folder = await freshFolder()
    const store = priceStore(folder, 'provider')
    await store.write(stored('ACME', [1]))
    const path = join(await folderOfAcme(folder), 'current.json')
    const written = JSON.parse(await readFile(path, 'utf8')) as { instrument: object }
    const changes: object[] = [
      { version: '../../secret' },
      { format: 99 },
      { asOf: 'x2020-01-01' },
      { asOf: '2020-02-30' },
      { from: '2020-01-02', to: '2020-01-01' },
      { instrument: undefined },
      ...[{ last: 'x' }, { symbol: 'EMCA' }, { currency: 'EUR' }, { returns: 'price' }, { calendar: 'XNYS' }, { name: 7 }].map(
        (change) => ({ instrument: { ...written.instrument, ...change } }),
      ),
    ]
    const spoiled = changes.map((change) => JSON.stringify({ ...written, ...change }))
    for (const text of ['', '{', 'null', '[]', '{}', ...spoiled]) {
      await writeFile(path, text)
      await assert.rejects(store.read(acme), StoreDamage, text)
      assert.deepEqual(await store.pointers(), [], text)
    }
  })

  test('tells days from the prices, whatever the pointer says', async () => {
    const folder = await freshFolder()
    const store = priceStore(folder, 'provider')
    await store.write(stored('ACME', [1, 2, 3]))
    assert.deepEqual([(await store.read(acme))?.history.instrument.last, (await store.pointers()).length], [2, 1])
  })

  test('does not take for damaged what cannot be read', async () => {
    const folder = await freshFolder()
    const store = priceStore(folder, 'provider')
    await store.write(stored('ACME', [1]))
    const path = join(await folderOfAcme(folder), 'current.json')
    await rm(path)
    await symlink(path, path)
    const fault = {
      name: 'MarketDataError',
      code: 'unavailable',
      message: /current.json cannot be read \(ELOOP.*; allow reading it/,
    }
    await assert.rejects(store.read(acme), fault)
    await assert.rejects(store.pointers(), fault)
  })

  test('gives up at once where no folder can be made', async () => {
    await assert.rejects(priceStore('/proc/portofino/prices', 'provider').write(stored('ACME', [1])), { code: 'ENOENT' })
  })

  test('in a place that is no folder is empty until something is written', async () => {
    const occupied = join(await freshFolder(), 'occupied')
    await writeFile(occupied, 'by a file')
    const store = priceStore(occupied, 'provider')
    assert.equal(await store.read(acme), null)
    assert.deepEqual(await store.pointers(), [])
    await assert.rejects(store.write(stored('ACME', [1])), { code: 'ENOTDIR' })
  })

  test('removes what a killed writer left, after an hour', async () => {
    const folder = await freshFolder()
    const store = priceStore(folder, 'provider')
    await store.write(stored('ACME', [1]))
    const inside = await folderOfAcme(folder)
    for (const name of ['a.prices.1-x.part', 'b.prices.2-y.part']) await writeFile(join(inside, name), 'half')
    await utimes(join(inside, 'a.prices.1-x.part'), 0, 0)
    await store.write(stored('ACME', [2]))
    const left = (await readdir(inside)).filter((name) => name.endsWith('.part'))
    assert.deepEqual(left, ['b.prices.2-y.part'])
  })
})

describe('a crash of a writer', () => {
  test('leaves a whole version, whenever it is killed', async () => {
    const folder = await freshFolder()
    const rows = 20_000
    await priceStore(folder, 'provider').write(
      stored(
        'ACME',
        Array.from({ length: rows }, () => 1),
      ),
    )
    let last = 1
    for (let kill = 0; kill < 12; kill++) {
      const child = startWriter(folder, { label: kill * 1000, rows, count: 1000 })
      await once(child.stdout!, 'data')
      const ended = once(child, 'exit')
      setTimeout(() => child.kill('SIGKILL'), kill * 3)
      await ended
      const read = await readWhole(folder)
      assert.ok(read >= last, `${read} is older than ${last}`)
      last = read
    }
    assert.ok(last > 11_000)
  })

  test('two at once leave whole versions, and readers see nothing else', async () => {
    const folder = await freshFolder()
    const [rows, count] = [5_000, 40]
    const children = [1000, 2000].map((label) => startWriter(folder, { label, rows, count }))
    const exits = children.map((child) => once(child, 'exit'))
    await Promise.all(children.map((child) => once(child.stdout!, 'data')))
    let reads = 0
    const isRunning = (): boolean => children.some((child) => child.exitCode === null)
    for (; isRunning(); reads++) assert.ok([1, 2].includes(Math.floor((await readWhole(folder)) / 1000)))
    assert.deepEqual(
      (await Promise.all(exits)).map(([code]) => code),
      [0, 0],
    )
    assert.ok(reads > 0)
    assert.ok([1000 + count, 2000 + count].includes(await readWhole(folder)), 'the last write of one of them')
    assert.equal((await readdir(await folderOfAcme(folder))).filter((name) => name.endsWith('.part')).length, 0)
  })
})
