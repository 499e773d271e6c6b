/** Without this file a heading that is one by its style would be text: what styles make of paragraphs and runs. */
import type { Style } from './docxParts.ts';

/** What a run says of itself; undefined is what its styles say. */
export interface RunProperties {
  bold?: boolean;
  boldComplex?: boolean;
  italic?: boolean;
  italicComplex?: boolean;
  /** Whether it is in a script such as Arabic, for which bold and italic are set apart. */
  complex?: boolean;
  hidden?: boolean;
  style?: string | undefined;
}

/** The style `id` with what it takes from the styles that it is based on. */
export function styleOf(styles: ReadonlyMap<string, Style>, id: string | null): Style {
  const whole: Style = { basedOn: null, heading: null, bold: null, italic: null, list: null };
  let next = id;
  for (let steps = 0; next !== null && steps < 12; steps += 1) {
    const style = styles.get(next);
    if (!style) break;
    whole.heading ??= style.heading;
    whole.bold ??= style.bold;
    whole.italic ??= style.italic;
    whole.list ??= style.list;
    next = style.basedOn;
  }
  return whole;
}

/** Whether a run is bold and italic. */
export function runMarks(styles: ReadonlyMap<string, Style>, paragraph: string | null, run: RunProperties): { bold: boolean; italic: boolean } {
  const [own, around] = [styleOf(styles, run.style ?? null), styleOf(styles, paragraph)];
  const bold = run.complex ? (run.boldComplex ?? run.bold) : run.bold;
  const italic = run.complex ? (run.italicComplex ?? run.italic) : run.italic;
  return { bold: bold ?? own.bold ?? around.bold ?? false, italic: italic ?? own.italic ?? around.italic ?? false };
}
