/** Without this file a cache elsewhere would show a withdrawn story until its seconds are over. */
import { messageOf, Problem } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { changesSince, heardNow, type Heard } from '../../replica/changes.ts';
import type { Read } from '../../replica/lists.ts';
import { MANY } from '../surrogateKeys.ts';
import { purge, type PurgeSetting } from './purgeRequest.ts';
import { keysOf, pathsOf } from './targets.ts';

export interface PurgeHookOptions {
  read: Read;
  setting: PurgeSetting;
  publicUrl: () => string;
  log: Pick<Logger, 'warn'>;
  /** Milliseconds between looks at the replica. */
  interval?: number;
  /** Milliseconds before the second try of a request. */
  pause?: number;
}

const INTERVAL = 250;
const PAUSE = 500;
/** What waits to be thrown away; what is more is left to end by itself. */
const MOST_WAITING = 2000;
const AT_ONCE = 4;

/** Tells a cache elsewhere, key by key or path by path, what this node's readers see otherwise from now on. */
export class PurgeHook {
  readonly #options: PurgeHookOptions;
  readonly #byKey: boolean;
  readonly #stopping = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #heard: Heard | undefined;
  /** Seen at the last look, and told at the next: by then nothing that this node keeps is older. */
  #seen: string[] = [];
  readonly #waiting = new Set<string>();
  #working: Promise<void> | undefined;

  constructor(options: PurgeHookOptions) {
    this.#options = options;
    this.#byKey = options.setting.url.includes('{key}');
    this.#look();
    this.#timer = setInterval(() => {
      this.#look();
    }, options.interval ?? INTERVAL).unref();
  }

  /** Gives up what is not told yet. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#working;
  }

  #look(): void {
    try {
      this.#enqueue(this.#seen);
      this.#seen = this.#options.read((view) => {
        const told = this.#heard && changesSince(view, this.#heard);
        this.#heard = heardNow(view);
        if (told === null) return this.#byKey ? [MANY] : [];
        const targetsOf = this.#byKey ? keysOf : pathsOf;
        return (told?.changes ?? []).flatMap(({ articleId }) => targetsOf(view, articleId));
      });
    } catch (error) {
      // What happens while the replica is built anew is seen afterwards.
      if (!(error instanceof Problem)) throw error;
    }
  }

  #enqueue(targets: readonly string[]): void {
    for (const target of targets) if (this.#waiting.size < MOST_WAITING) this.#waiting.add(target);
    if (targets.some((target) => !this.#waiting.has(target)))
      this.#options.log.warn({ waiting: this.#waiting.size }, 'The cache elsewhere is too slow to be told of everything: some of it ends by itself.');
    if (this.#waiting.size > 0) this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#stopping.signal.aborted) await Promise.all(Array.from({ length: AT_ONCE }, () => this.#tellOn()));
    this.#working = undefined;
  }

  async #tellOn(): Promise<void> {
    const { setting, publicUrl, log, pause = PAUSE } = this.#options;
    const { signal } = this.#stopping;
    for (let [target] = this.#waiting; target !== undefined && !signal.aborted; [target] = this.#waiting) {
      this.#waiting.delete(target);
      try {
        await purge(setting, target, publicUrl(), { signal, pause });
      } catch (error) {
        if (!signal.aborted) log.warn({ target, reason: messageOf(error) }, 'A cache elsewhere was not told what to throw away: it ends there by itself.');
      }
    }
  }
}
