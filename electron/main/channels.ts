/** The only two channels between page and shell: requests go in, pushes come out. */
export const requestChannel = 'foreclick:request'
export const pushChannel = 'foreclick:push'
