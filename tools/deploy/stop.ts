/** A deployment that cannot go on; its message is all that is shown. What else is thrown is a bug. */
export class Stop extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Stop'
  }
}
