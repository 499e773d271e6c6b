/** The thread that answers long questions: without it one search for two common words would be waited for by everybody who reads. */
import { parentPort } from 'node:worker_threads';
import { failureOf } from './failures.ts';
import { ClosedFile } from './fileErrors.ts';
import type { Question, QuestionOrder, QuestionRequest } from './questionProtocol.ts';
import { answeredHere } from './questions.ts';
import { ReadConnection, type Read } from './view.ts';

if (!parentPort) throw new Error('The thread for questions cannot run as a program.');
const port = parentPort;
let file: { db: ReadConnection; path: string } | undefined;

port.on('message', ({ call, order }: QuestionRequest) => {
  obey(order).then(
    (outcome) => {
      port.postMessage({ call, outcome });
    },
    (error: unknown) => {
      port.postMessage({ call, failed: failureOf(error) });
    },
  );
});

async function obey(order: QuestionOrder): Promise<unknown> {
  if (order.do === 'close') {
    file?.db.close();
    file = undefined;
    return null;
  }
  return answerTo(order);
}

function answerTo(question: Question): Promise<unknown> {
  if (file?.path !== question.path) {
    file?.db.close();
    file = { db: new ReadConnection(question.path), path: question.path };
  }
  const { db } = file;
  const read: Read = (work) => {
    if (file?.db !== db) throw new ClosedFile('The file was closed while it was asked.');
    return db.atOnce(() => work({ db, now: question.now }));
  };
  const questions = answeredHere(read);
  switch (question.do) {
    case 'list':
      return questions.list(...question.asked);
    case 'count':
      return questions.count(...question.asked);
    case 'search':
      return questions.search(...question.asked);
    case 'facets':
      return questions.facets(...question.asked);
  }
}
