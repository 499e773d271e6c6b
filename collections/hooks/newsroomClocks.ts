/** A time without an offset is what the newsroom's clocks show; otherwise it would be read by the clock of whichever machine the server runs on. */
import type { FieldHook } from 'payload';
import { editorial } from './services.ts';

/** Turns what was sent into an instant. Refuses (422, with both choices) a time that a clock change leaves out or repeats. */
export const onNewsroomClocks: FieldHook = ({ path, value }: { path: (number | string)[]; value?: unknown }) =>
  typeof value === 'string' && value !== '' ? editorial().momentOf(value, path.join('/')).toISOString() : value;
