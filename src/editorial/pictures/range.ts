/** A part of a file that is asked for and cannot be given has one name, whichever store it lies in. */

/** The asked range lies outside of the file (RFC 9110, section 15.5.17). */
export class RangeNotPossible extends Error {
  override readonly name = 'RangeNotPossible';

  constructor() {
    super('The range lies outside of the file.');
  }
}
