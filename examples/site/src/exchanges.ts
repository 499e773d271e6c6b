/** Which comment answers which report: without this file a reader of a story with several would have to find out. */
import type { Article, Commentary, Excerpt } from './newsroom.ts';

/** Reports and the comments that answer them: what is said belongs together, and to nothing else in the story. */
export interface Exchange {
  reports: Excerpt[];
  comments: Commentary[];
}

/** The exchanges of a story, in its own order: each report and each comment is in exactly one. */
export function exchangesIn({ excerpts, commentaries }: Pick<Article, 'excerpts' | 'commentaries'>): Exchange[] {
  let exchanges: Exchange[] = excerpts.map((report) => ({ reports: [report], comments: [] }));
  for (const comment of commentaries) {
    const answered = exchanges.filter(({ reports }) => reports.some(({ id }) => comment.respondsTo.includes(id)));
    const [first, ...others] = answered;
    if (first === undefined) {
      exchanges.push({ reports: [], comments: [comment] });
      continue;
    }
    first.reports.push(...others.flatMap(({ reports }) => reports));
    first.comments.push(...others.flatMap(({ comments }) => comments), comment);
    exchanges = exchanges.filter((exchange) => !others.includes(exchange));
  }
  return exchanges.map(({ reports, comments }) => ({
    reports: excerpts.filter((report) => reports.includes(report)),
    comments: commentaries.filter((comment) => comments.includes(comment)),
  }));
}
