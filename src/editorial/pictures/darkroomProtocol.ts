/** What the newsroom and its darkroom say to each other; without one place for it the two processes would drift apart. */
import type { PictureFile } from '../../domain/pictures.ts';

/** A finished file that still lies in the folder of the order. */
export interface MadeFile extends Omit<PictureFile, 'file' | 'digest'> {
  /** Absolute. */
  path: string;
  digest: string;
}

/** What the photographer wrote into the file. */
export interface PictureRights {
  credit: string | null;
  caption: string | null;
  licence: string | null;
}

/** Take a picture in: turn it upright, strip it, and make its JPEGs. */
export interface TakeIn {
  do: 'takeIn';
  input: string;
  /** Files are made here; it exists. */
  folder: string;
  maxPixels: number;
  maxSide: number;
  widths: Readonly<Record<string, number>>;
}

/** Make the formats that take long, from the stored original. */
export interface MakeSlow {
  do: 'makeSlow';
  input: string;
  folder: string;
  widths: Readonly<Record<string, number>>;
}

export type DarkroomOrder = TakeIn | MakeSlow;

/** Why a picture cannot be taken in; each has a sentence for people in `takeIn.ts`. */
export type Fault = 'unreadable' | 'too-many-pixels' | 'too-long' | 'moving' | 'broken';

export type DarkroomOutcome = { files: MadeFile[]; rights?: PictureRights } | { fault: Fault } | { failed: string };

/** One message in each direction, with the number of the call. */
export interface DarkroomCall {
  call: number;
  order: DarkroomOrder;
}
