/** Without this file a drawn plan would stay one: rounds are walked through the newsroom's public doors, under a clock that is moved and a server that is killed. */
import { closeSync, existsSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { WorkflowRow } from '../../../src/editorial/records.ts';
import type { MortalNewsroom } from '../../helpers/mortalNewsroom.ts';
import { all, DRAFTED } from '../../helpers/snapshot.ts';
import { atAddress, stranger, type Caller, type Doc } from '../../helpers/staff.ts';
import { doDeed, type Place } from './deeds.ts';
import type { Deed, Person, Round } from './plan.ts';
import type { WalkRecord } from './record.ts';
import { textOf, type Stock } from './stock.ts';

/** By then a lease of a node that died has run out (src/editorial/due/lease.ts), in seconds. */
const LEASE_IS_OVER = 16;

export class Walker implements Place {
  readonly record: WalkRecord;
  readonly stock: Stock;
  readonly #newsroom: MortalNewsroom;
  readonly #people: Readonly<Record<Person, Caller>>;
  readonly #clock: { ahead: number };

  /** `clock` is how far the newsroom's clock is ahead, in milliseconds; walks in one newsroom share it. */
  constructor(newsroom: MortalNewsroom, people: Readonly<Record<Person, Caller>>, clock: { ahead: number }, record: WalkRecord, stock: Stock) {
    this.#newsroom = newsroom;
    this.#people = people;
    this.#clock = clock;
    this.record = record;
    this.stock = stock;
  }

  async as(person: Person): Promise<Caller> {
    return atAddress(await this.#newsroom.address(), this.#people[person]);
  }

  now(seconds = 0): string {
    return new Date(Date.now() + this.#clock.ahead + seconds * 1000).toISOString();
  }

  async walk(round: Round): Promise<void> {
    if ('advance' in round) await this.#advance(round.advance);
    else if (round.crash === null) await this.#together(round.deeds);
    else if ('at' in round.crash) await this.#dieAt(round.crash.at, round.deeds);
    else await this.#dieAfter(round.crash.after, round.deeds);
    await this.#look();
  }

  /** Lets the sweep do all that is due. */
  async settle(): Promise<void> {
    await this.#advance(LEASE_IS_OVER);
    const staff = await this.as('admin');
    await vi.waitUntil(async () => !(await all<WorkflowRow>(staff, 'workflow')).some((row) => isDue(row, this.now())), { timeout: 30_000, interval: 100 });
  }

  async #together(deeds: readonly Deed[]): Promise<void> {
    await Promise.all(deeds.map((deed) => doDeed(deed, this)));
  }

  async #advance(seconds: number): Promise<void> {
    this.#clock.ahead += seconds * 1000;
    const { dataDir } = await this.#newsroom.address();
    const file = openSync(join(dataDir, 'ahead'), 'r+');
    // One write: the server may read at any moment.
    writeSync(file, String(this.#clock.ahead).padStart(15), 0);
    closeSync(file);
  }

  /** The server ends itself at the first commit or answer of these deeds, unless there is none. */
  async #dieAt(point: 'commit' | 'answer', deeds: readonly Deed[]): Promise<void> {
    const file = join((await this.#newsroom.address()).dataDir, 'dies-at');
    writeFileSync(file, point);
    await this.#together(deeds);
    if (existsSync(file)) rmSync(file);
    else await this.#newsroom.killAndStart();
  }

  async #dieAfter(milliseconds: number, deeds: readonly Deed[]): Promise<void> {
    const done = this.#together(deeds);
    await new Promise((passed) => setTimeout(passed, milliseconds));
    await Promise.all([done, this.#newsroom.killAndStart()]);
  }

  /** What readers are shown of everything that is in stock. */
  async #look(): Promise<void> {
    const reader = stranger(await this.#newsroom.address());
    for (const collection of DRAFTED) {
      const found = await all<Doc>(reader, collection, `where[id][in]=${this.stock[collection].join(',')}`);
      const until = this.now();
      for (const doc of found) this.record.sightings.push({ collection, id: doc.id, text: textOf(collection, doc), until });
    }
  }
}

function isDue({ work, scheduledFor, releaseDue, nextAttemptAt }: WorkflowRow, now: string): boolean {
  const passed = (time: string | null | undefined): boolean => Boolean(time && time <= now);
  const waits = Boolean(nextAttemptAt && nextAttemptAt > now);
  return !waits && (passed(releaseDue) || (work === 'scheduled' && passed(scheduledFor)));
}
