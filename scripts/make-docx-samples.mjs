/** Without this file nobody could change a word-processor sample: writes those of samples/ with a library, as newsrooms' own programs would. */
import { writeFile } from 'node:fs/promises';
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import sharp from 'sharp';

const folder = new URL('../samples/', import.meta.url);
const p = (...runs) => new Paragraph({ children: runs.map((run) => (typeof run === 'string' ? new TextRun(run) : run)) });
const heading = (text, level = HeadingLevel.HEADING_1) => new Paragraph({ text, heading: level });
const bold = (text) => new TextRun({ text, bold: true });
const italic = (text) => new TextRun({ text, italics: true });
const link = (text, url) => new ExternalHyperlink({ link: url, children: [new TextRun({ text, style: 'Hyperlink' })] });
const rightToLeft = (...texts) =>
  new Paragraph({
    bidirectional: true,
    alignment: AlignmentType.START,
    children: texts.map((text) => (typeof text === 'string' ? new TextRun({ text, rightToLeft: true }) : text)),
  });
const item = (text, level = 0) => new Paragraph({ text, numbering: { reference: 'steps', level } });
const table = (rows) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [p(cell)] })) })),
  });
const numbering = {
  config: [
    {
      reference: 'steps',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
        { level: 1, format: LevelFormat.BULLET, text: '•' },
      ],
    },
  ],
};
const photo = await sharp({ create: { width: 48, height: 32, channels: 3, background: '#35608a' } })
  .png()
  .toBuffer();

const samples = {
  'lighthouse.docx': {
    numbering,
    footnotes: { 1: { children: [p('The keeper left in 1988; the light was automatic from then on.')] } },
    sections: [
      {
        headers: { default: new Header({ children: [p('River Forum, for the spring issue')] }) },
        footers: {
          default: new Footer({
            children: [
              p('Lowmere Notes | The Vantry Page | quillbay.example'),
              new Paragraph({ children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })] }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: 'The lighthouse keeps its lamp', heading: HeadingLevel.TITLE }),
          heading('News:'),
          p('On 2 May 2024, the Harbour Post reported:'),
          p('“The lighthouse at Cape Orrin keeps its lamp. The harbour office had wanted to sell it as scrap.'),
          p('“The lamp has been lit every night since 1907.”'),
          heading('Comment:'),
          p('A lamp is not ', bold('scrap'), ' while it is ', italic('lit'), new FootnoteReferenceRun(1), '. Three things should follow:'),
          item('a keeper, if only at weekends,'),
          item('a window that opens:'),
          item('towards the sea', 1),
          item('and a visit for every school.'),
          p('More is in ', link('the plan of the cape', 'https://cape.example/plan'), '.'),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: photo,
                transformation: { width: 48, height: 32 },
                altText: { name: 'lamp', title: 'lamp', description: 'The lamp of the lighthouse by night' },
              }),
            ],
          }),
          p('Written for the River Forum by'),
          p('Ana Lind'),
          p('Chair of the Harbour Group'),
        ],
      },
    ],
  },
  'old-bakery.docx': {
    comments: { children: [{ id: 0, author: 'Desk', date: new Date('2024-05-01T00:00:00Z'), children: [p('Is the rent known?')] }] },
    sections: [
      {
        children: [
          p(bold('The old bakery sells bread again')),
          p(bold('News')),
          p('X news agency wrote on Tuesday, 9 April 2024:'),
          p('“The bakery on Tanner Street is open again. ‘We sold out by nine,’ the baker said.'),
          table([
            ['Day', 'Loaves'],
            ['Monday', '120'],
            ['Tuesday', '310'],
          ]),
          p(bold('Commentary')),
          p('Bread that is sold out by nine is a comment of its own. The street had waited for six years.'),
          p('Written for the Square Society by Tomas Wren, Treasurer'),
          p('Lowmere Notes • quillbay.example'),
        ],
      },
    ],
  },
  'cycle-path.fr.docx': {
    sections: [
      {
        children: [
          heading('La piste s’arrête au feu', HeadingLevel.HEADING_2),
          heading('Actualité', HeadingLevel.HEADING_2),
          p('Comme l’a rapporté le Courrier de Lorvaux le 24 mai 2024\u00a0:'),
          p('«\u00a0La piste cyclable de l’avenue du Port s’arrêtera au feu de la gare. La suite est “à l’étude”.\u00a0»'),
          heading('Commentaire', HeadingLevel.HEADING_2),
          p('Une piste qui s’arrête au feu y laisse aussi ', italic('les cyclistes'), '.'),
          p('Écrit pour le Cercle du quai par'),
          p(bold('Bastien Oudry')),
          p('Secrétaire général'),
          p('Carnet de Lorvaux | La Page du quai'),
        ],
      },
    ],
  },
  'book-fair.ar.docx': {
    footnotes: { 1: { children: [rightToLeft('بحسب أرقام إدارة المعرض.')] } },
    sections: [
      {
        children: [
          new Paragraph({ bidirectional: true, heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: 'معرض الكتاب بلا كتب', rightToLeft: true })] }),
          new Paragraph({ bidirectional: true, heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: 'الخبر', rightToLeft: true })] }),
          rightToLeft('في ٩ نيسان ٢٠٢٤، نشرت صحيفة «المرفأ» الخبر التالي:'),
          rightToLeft('«سيفتح معرض الكتاب أبوابه في قاعة السوق. وقالت المنظمة إن الكتب “في الطريق”.»'),
          new Paragraph({ bidirectional: true, heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: 'التعليق', rightToLeft: true })] }),
          rightToLeft(
            'معرض بلا كتب ',
            new TextRun({ text: 'قاعة انتظار', rightToLeft: true, boldComplexScript: true, bold: true }),
            '. زاره أربعون شخصا',
            new FootnoteReferenceRun(1),
            ' وعادوا ببطاقات بريدية.',
          ),
          rightToLeft('كُتب لصالح منتدى البحيرة المدني بقلم'),
          rightToLeft('سلمى الحدّاد'),
          rightToLeft('عضو لجنة الثقافة'),
          rightToLeft('دفاتر الضفة | صفحة المرفأ'),
        ],
      },
    ],
  },
  'playground.ru.docx': {
    sections: [
      {
        headers: { default: new Header({ children: [p('Для внутреннего пользования')] }) },
        footers: { default: new Footer({ children: [p('Заметки с берега | Пристань')] }) },
        children: [
          p(bold('Площадка без качелей')),
          p(bold('Новость:')),
          p('24 мая 2024 года сообщило агентство «Берега»:'),
          p('«Детская площадка на Мельничной открыта. Качели привезут „позже“».'),
          table([
            ['Двор', 'Качели'],
            ['Мельничная', '0'],
            ['Кожевенная', '2'],
          ]),
          p(bold('Комментарий:')),
          p('Площадка без качелей — это песок с забором. Позже — это ', italic('когда дети вырастут'), '?'),
          p('Написано для Союза дворов'),
          p('Нина Бережная'),
          p('Председатель союза'),
        ],
      },
    ],
  },
  'market-stalls.es.docx': {
    numbering,
    sections: [
      {
        children: [
          new Paragraph({ text: 'Puestos vacíos', heading: HeadingLevel.TITLE }),
          heading('Los hechos'),
          p('Según informó el Correo de Valmora el 24 de mayo de 2024:'),
          p('«De los cuarenta puestos del mercado, doce siguen vacíos.»'),
          heading('Comentario'),
          p('Doce puestos vacíos son doce oportunidades:'),
          item('un puesto de libros,'),
          item('otro de semillas.'),
          p('Escrito para el Foro del Lago por Lucía Arce, Vocal de comercio'),
          p('Cuaderno de Valmora | La Hoja del Puerto'),
        ],
      },
    ],
  },
  'library-card.ur.docx': {
    sections: [
      {
        children: [
          rightToLeft(new TextRun({ text: 'کتب خانے کا کارڈ', rightToLeft: true, bold: true, boldComplexScript: true })),
          rightToLeft(new TextRun({ text: 'خبر', rightToLeft: true, bold: true, boldComplexScript: true })),
          rightToLeft('۹ اپریل ۲۰۲۴ کو روزنامہ ساحل نے خبر دی:'),
          rightToLeft('”کتب خانے کا کارڈ اب مفت ہے۔“'),
          rightToLeft(new TextRun({ text: 'تبصرہ', rightToLeft: true, bold: true, boldComplexScript: true })),
          rightToLeft('مفت کارڈ اچھا ہے، کھلا دروازہ اس سے اچھا۔'),
          rightToLeft('جھیل شہری فورم کے لیے تحریر: عالیہ نورانی، رکن مجلس عاملہ'),
          rightToLeft('ساحل نامہ | بندرگاہ'),
        ],
      },
    ],
  },
};

for (const [name, content] of Object.entries(samples)) await writeFile(new URL(name, folder), await Packer.toBuffer(new Document(content)));
console.log(`${Object.keys(samples).length} samples written`);
