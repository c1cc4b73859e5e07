/** The port that the browser console tries first, so that it is usually found at the same place. */
export const usualPort = 4680
