/** Without this file nobody would know whether the parser is slow, or slower with every line of a long document. */
import { readForImport } from '../../dist/src/editorial/imports/readForImport.js';
import { standardInputIdentity } from '../../dist/src/import/importer.js';
import { documentText, longDocument } from '../seed/documents.mjs';

const identity = standardInputIdentity('bench', 'document.md');
const reading = { language: null, date: null };
const milliseconds = (work) => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
const parse = (bytes) => readForImport(bytes, 'document.md', identity, reading);

const usual = Array.from({ length: 500 }, (_, number) => Buffer.from(documentText(number + 1)));
const long = Buffer.from(longDocument(100));
const hundredth = long.length / 100;
const average = usual.reduce((sum, { length }) => sum + length, 0) / usual.length;
const each = () => usual.forEach(parse);
each();
each();
const short = Math.min(...Array.from({ length: 5 }, () => milliseconds(each))) / usual.length;
parse(long);
const whole = Math.min(...Array.from({ length: 5 }, () => milliseconds(() => parse(long))));
// The long one has one title and a hundred bodies: a usual document is taken as long as one of its hundredths.
process.send({ perSecond: 1000 / short, longInTimes: whole / (short * (hundredth / average)) }, () => process.exit(0));
