/** Without this file each command would have its own idea of what an exit code says. */

/** API section 6: all done, some items failed or conflict, wrong use. */
export type ExitCode = 0 | 1 | 2;

/** What the caller of a command got wrong; its message is one line for a person. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** What could not be done though it was asked for rightly; its message is one line for a person. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}
