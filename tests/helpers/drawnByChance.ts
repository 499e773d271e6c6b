/** Without this file two runs over the same code could end differently: what properties draw by chance is the same in each, unless another seed is asked for. */
import fc from 'fast-check';

/** SEED=random draws anew each time; a failure prints the seed. */
const asked = process.env.SEED || '20261201';

if (asked !== 'random') {
  const seed = Number(asked);
  if (!Number.isInteger(seed)) throw new Error(`SEED is a whole number, or "random"; it is ${asked}.`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
