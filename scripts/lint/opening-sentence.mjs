/** Without this file the habit of opening a file with the sentence that justifies it would last until the first hurried evening. */

/** Reports a file whose first token is not preceded by a comment. A `#!` line does not count as one. */
export const openingSentence = {
  meta: {
    type: 'suggestion',
    docs: { description: 'a file opens with one sentence that says what its room would lose without it' },
    schema: [],
    messages: { missing: 'Open the file with one sentence that says what its room would lose without it.' },
  },
  create(context) {
    return {
      Program(program) {
        const source = context.sourceCode;
        const opening = source.getAllComments().find((comment) => comment.type !== 'Shebang');
        const first = source.ast.tokens[0];
        const opens = opening !== undefined && (first === undefined || opening.range[0] < first.range[0]);
        if (!opens) context.report({ node: program, loc: { line: 1, column: 0 }, messageId: 'missing' });
      },
    };
  },
};
