export class TooLong extends Error {}
