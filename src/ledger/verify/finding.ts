/** What can be wrong with the ledger; without this file the command and its rules would each have their own names for it. */

/** What is wrong, in a word for programs and a sentence for people. `seq` is null where it is not one entry's. */
export interface Finding {
  seq: number | null;
  finding:
    | 'missing'
    | 'misplaced'
    | 'unreadable'
    | 'header-altered'
    | 'signature-altered'
    | 'header-or-signature-altered'
    | 'content-altered'
    | 'content-removed'
    | 'labels-altered'
    | 'unknown-key'
    | 'another-predecessor'
    | 'time-backwards'
    | 'tail-missing'
    | 'another-head';
  detail: string;
}

/** That entries are not there. */
export function missing(first: number, last: number): Finding {
  return { seq: first, finding: 'missing', detail: `${span(first, last)} missing` };
}

/** Some entries in a row, as the subject of a sentence. */
export function span(first: number, last: number): string {
  return first === last ? `entry ${first} is` : `entries ${first} to ${last} are`;
}
