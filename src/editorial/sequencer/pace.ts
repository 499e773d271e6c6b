/** Without this file a long cascade would run away from the readers of its node, and whoever publishes would wait until they have caught up with all of it. */
import type { Follower } from './publishers.ts';

/** So many entries the ledger may be ahead of what readers of this node see; while somebody is likely to publish, who has to wait for them, hardly any. */
const LEAD = 200;
const SHORT_LEAD = 20;
/** Longest that long work waits for them, in milliseconds: a replica that is built anew must not keep a name from changing. */
const PATIENCE = 250;

/** Keeps long work in step with `follower`, if there is one. */
export class Pace {
  readonly #follower: Follower | undefined;
  #newest = 0;

  constructor(follower: Follower | undefined) {
    this.#follower = follower;
  }

  /** The ledger goes up to `seq`. */
  appended(seq: number): void {
    this.#newest = Math.max(this.#newest, seq);
  }

  /** Resolves when the follower is near enough to the newest entry (`closely`: nearly there), or after a while. */
  async kept(closely: boolean): Promise<void> {
    const wanted = this.#newest - (closely ? SHORT_LEAD : LEAD);
    if (this.#follower === undefined || wanted <= 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((go) => {
      timer = setTimeout(go, PATIENCE);
    });
    // One that has stopped holds nothing any more.
    await Promise.race([this.#follower.holds(wanted).catch(() => undefined), late]);
    clearTimeout(timer);
  }
}
