import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Keeps a host at no more than `most` connections. A new one takes the place of the oldest that has no request under way, so
 * that whoever opens many and says nothing shuts nobody out; where all are at work, the new one is turned away.
 */
export function limitConnections(server: Server, most: number): void {
  const open = new Set<Socket>()
  const atWork = new Set<Socket>()
  server.on('connection', socket => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    if (open.size <= most) return
    const idle = [...open].find(each => !atWork.has(each)) ?? socket
    // It counts no more at once; its end comes later.
    open.delete(idle)
    idle.destroy()
  })
  server.on('request', ({ socket }, response) => {
    atWork.add(socket)
    response.once('close', () => atWork.delete(socket))
  })
}
