/** Without this component Payload's Unpublish would stand in the menu: a second door out, beside withdrawing with a notice. */

/** Renders nothing. */
export function Nothing(): null {
  return null;
}
