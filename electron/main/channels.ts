/** The only two channels between page and shell: requests go in, pushes come out. */
export const requestChannel = 'foreclick:request'
export const pushChannel = 'foreclick:push'

/** The page's origin. Nothing else is ever loaded (X1). */
export const pageOrigin = 'app://foreclick'
