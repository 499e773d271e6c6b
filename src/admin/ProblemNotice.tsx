/** Without this component everything that a story lacks would run together in one sentence. */
import type { ReactElement } from 'react';

/** A sentence, and a list of what it is about. */
export function problemNotice(sentence: string, parts: readonly string[]): ReactElement {
  return (
    <div className="problem-notice">
      {sentence}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
