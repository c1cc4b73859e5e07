/** A pack that a browser holds, or Node in memory: read where it lies, unpacked by the browser. */
export function blobSource(blob) {
  return {
    size: blob.size,
    read: async (at, length) => new Uint8Array(await blob.slice(at, at + length).arrayBuffer()),
    async *inflate(at, length) {
      const stream = blob
        .slice(at, at + length)
        .stream()
        .pipeThrough(new DecompressionStream('deflate-raw'))
      const reader = stream.getReader()
      try {
        for (;;) {
          const { done, value } = await reader.read()
          if (done) return
          yield value
        }
      } finally {
        await reader.cancel().catch(() => undefined)
      }
    },
  }
}
