/** Without this file no test could send a document with images: the same story as a page and as a word-processor file, with what they hold. */
import { docxFile, paragraph, run } from './docxFile.ts';

export interface Shown {
  /** Bytes that the document holds. */
  bytes?: Uint8Array;
  /** Where a page has it from instead. */
  src?: string;
  alt?: string;
}

/** A page that is ready to be published but for its images, each on a line of its own after the comment. */
export function illustratedPage(title: string, images: readonly Shown[], quote = 'The quay opens on Monday.'): string {
  const shown = images.map(({ bytes, src, alt }) => {
    const from = bytes === undefined ? (src ?? '') : `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
    return `<p>Seen here:<img src="${from}"${alt === undefined ? '' : ` alt="${alt}"`}></p>`;
  });
  return `<!doctype html><h1>${title}</h1><h2>News</h2><p>On 24 May 2024, Harbour Post reported:</p><p>“${quote}”</p><h2>Comment</h2><p>About ${title}.</p>${shown.join('')}<p>Written for the River Forum by</p><p>Ana Lind</p><p>Member of the Board</p><p>Quillbay Today | Lowmere Notes</p>`;
}

/** The same as a word-processor file. */
export function illustratedDocx(title: string, images: readonly Shown[]): Buffer {
  const heading = (text: string): string => paragraph(run(text), '<w:outlineLvl w:val="0"/>');
  const shown = images.map(({ alt }, index) => {
    const words = alt === undefined ? '' : ` descr="${alt}"`;
    return paragraph(`${run('Seen here:')}<w:r><w:drawing><wp:docPr id="${index + 1}" name="x"${words}/><a:blip r:embed="i${index}"/></w:drawing></w:r>`);
  });
  const lines = ['Written for the River Forum by', 'Ana Lind', 'Member of the Board', 'Quillbay Today | Lowmere Notes'];
  const body = [
    heading(title),
    heading('News'),
    paragraph(run('On 24 May 2024, Harbour Post reported:')),
    paragraph(run('“The quay opens on Monday.”')),
    heading('Comment'),
    paragraph(run(`About ${title}.`)),
    ...shown,
    ...lines.map((line) => paragraph(run(line))),
  ];
  return Buffer.from(
    docxFile(body.join(''), {
      relations: images.map((_, index) => [`i${index}`, 'image', `media/image${index}.png`]),
      parts: Object.fromEntries(images.map(({ bytes = new Uint8Array() }, index) => [`word/media/image${index}.png`, bytes])),
    }),
  );
}
