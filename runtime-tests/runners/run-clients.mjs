// Runs the end-to-end tests in Node, Deno or Bun and prints how they came out, as one line of JSON. That the process then ends by itself
// shows that clients and brokers leave nothing behind.
import { runTests } from './clients.mjs'

console.log(JSON.stringify(await runTests()))
