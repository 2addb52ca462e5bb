// What 10,000 open promises cost a process with no client in it: as many as `produce-single` keeps, each settled with an object like a record's
// metadata, two and a half million in all. Its peak RSS is the least that any client with a promise for each record can have there.
const IN_FLIGHT = 10_000
const COUNT = 2_500_000

let open = []
let made = 0
let settled = 0

await new Promise((done) => {
  const onSettled = () => {
    if (++settled === COUNT) done()
    else if (made < COUNT) makeOne()
  }
  const makeOne = () => {
    made++
    new Promise((resolve) => open.push(resolve)).then(onSettled)
  }
  const settleAll = () => {
    const before = open
    open = []
    for (const resolve of before) resolve({ topic: 'orders', partition: 1, offset: 5n, timestamp: 0 })
    if (settled < COUNT) setImmediate(settleAll)
  }
  for (let i = 0; i < IN_FLIGHT; i++) makeOne()
  settleAll()
})
const peakRssMiB = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(`${JSON.stringify({ version: process.version, peakRssMiB })}\n`)
