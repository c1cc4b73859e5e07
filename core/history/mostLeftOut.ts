/** A file of delivery history of which a larger share cannot be right is another file than it is taken for (interfaces.md 4). */
export const mostLeftOut = 0.2
