import { EventEmitter } from 'node:events'

// Loaded before the built backend in a plain Node process: the port that the runtime gives a utility process. As there,
// what arrives before somebody listens is kept.
const kept: unknown[] = []
const port = Object.assign(new EventEmitter(), { postMessage: (said: unknown) => process.send?.(said) })
process.on('message', data => {
  if (port.listenerCount('message') === 0) kept.push(data)
  else port.emit('message', { data })
})
port.on('newListener', () => {
  setImmediate(() => {
    for (const data of kept.splice(0)) port.emit('message', { data })
  })
})
Object.assign(process, { parentPort: port })
