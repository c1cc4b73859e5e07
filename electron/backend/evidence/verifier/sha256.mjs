// SHA-256 (FIPS 180-4), written out: WebCrypto answers each of a log's many small hashes only by a promise.
const roundConstants = new Uint32Array(64)
const firstState = new Uint32Array(8)
fillConstants()

/** Fractional parts of the roots of the first primes. */
function fillConstants() {
  const fraction = root => Math.floor((root - Math.floor(root)) * 2 ** 32)
  let found = 0
  for (let number = 2; found < 64; number++) {
    if (!isPrime(number)) continue
    roundConstants[found] = fraction(Math.cbrt(number))
    if (found < 8) firstState[found] = fraction(Math.sqrt(number))
    found++
  }
}

function isPrime(number) {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false
  return true
}

const schedule = new Uint32Array(64)

function compress(state, bytes, offset) {
  for (let i = 0; i < 16; i++) {
    const at = offset + 4 * i
    schedule[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]
  }
  for (let i = 16; i < 64; i++) {
    const before = schedule[i - 15]
    const last = schedule[i - 2]
    const small0 = ((before >>> 7) | (before << 25)) ^ ((before >>> 18) | (before << 14)) ^ (before >>> 3)
    const small1 = ((last >>> 17) | (last << 15)) ^ ((last >>> 19) | (last << 13)) ^ (last >>> 10)
    schedule[i] = schedule[i - 16] + small0 + schedule[i - 7] + small1
  }
  let a = state[0]
  let b = state[1]
  let c = state[2]
  let d = state[3]
  let e = state[4]
  let f = state[5]
  let g = state[6]
  let h = state[7]
  for (let i = 0; i < 64; i++) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const first = (h + big1 + ((e & f) ^ (~e & g)) + roundConstants[i] + schedule[i]) | 0
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] += a
  state[1] += b
  state[2] += c
  state[3] += d
  state[4] += e
  state[5] += f
  state[6] += g
  state[7] += h
}

/** The hash of bytes, as 32 bytes. */
export function sha256(bytes) {
  const hash = createSha256()
  hash.add(bytes)
  return hash.end()
}

/** The hash of bytes that come piece by piece. */
export function createSha256() {
  const state = firstState.slice()
  const rest = new Uint8Array(64)
  let restLength = 0
  let length = 0
  return {
    add(bytes) {
      length += bytes.length
      let at = 0
      if (restLength > 0) {
        at = Math.min(64 - restLength, bytes.length)
        rest.set(bytes.subarray(0, at), restLength)
        restLength += at
        if (restLength < 64) return
        compress(state, rest, 0)
      }
      for (; at + 64 <= bytes.length; at += 64) compress(state, bytes, at)
      restLength = bytes.length - at
      rest.set(bytes.subarray(at))
    },
    end() {
      const last = new Uint8Array(restLength < 56 ? 64 : 128)
      last.set(rest.subarray(0, restLength))
      last[restLength] = 0x80
      const view = new DataView(last.buffer)
      view.setUint32(last.length - 8, Math.floor(length / 2 ** 29))
      view.setUint32(last.length - 4, (length * 8) >>> 0)
      for (let offset = 0; offset < last.length; offset += 64) compress(state, last, offset)
      const out = new Uint8Array(32)
      const written = new DataView(out.buffer)
      state.forEach((word, i) => written.setUint32(4 * i, word))
      return out
    },
  }
}

const encoder = new TextEncoder()

export function utf8(text) {
  return encoder.encode(text)
}

export function hexOf(bytes) {
  let digits = ''
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0')
  return digits
}

/** Bytes of hex digits; undefined for anything else. */
export function bytesOfHex(digits) {
  if (typeof digits !== 'string' || !/^(?:[0-9a-f]{2})*$/.test(digits)) return undefined
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  )
}
