/** Without this module two imports would hardly ever make the same picture at the same moment: on MongoDB, neither begins to before the other has come as far. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Collection } from 'mongodb';

const meeting = process.env.MEETING;
const patience = 20_000;

for (const name of ['insertOne', 'insertMany']) {
  const insert = Collection.prototype[name];
  Collection.prototype[name] = async function (...given) {
    if (this.collectionName === 'media') await meet();
    return insert.apply(this, given);
  };
}

/** Comes once: whoever does it again does it alone. */
async function meet() {
  const mine = join(meeting, String(process.pid));
  if (existsSync(mine)) return;
  writeFileSync(mine, '');
  for (const end = Date.now() + patience; readdirSync(meeting).length < 2; await pause(10)) {
    if (Date.now() > end) throw new Error('Nobody came.');
  }
}
