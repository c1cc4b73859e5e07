export function sha256(bytes: Uint8Array): Uint8Array
export function createSha256(): { add: (bytes: Uint8Array) => void; end: () => Uint8Array }
