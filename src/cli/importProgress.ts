/** Without this file a person who imports an archive could not tell whether to wait or to have lunch. */
import cliProgress from 'cli-progress';

export interface Progress {
  step: () => void;
  end: () => void;
}

/** A bar with rate and time left when standard error is a terminal; otherwise nothing. */
export function importProgress(total: number): Progress {
  if (process.stderr.isTTY !== true || total < 2) return { step: () => undefined, end: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} · {rate} a second · {eta_formatted} left',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  const began = performance.now();
  let done = 0;
  bar.start(total, 0, { rate: '…' });
  return {
    step: () => {
      done += 1;
      bar.update(done, { rate: ((done * 1000) / Math.max(1, performance.now() - began)).toFixed(1) });
    },
    end: () => {
      bar.stop();
    },
  };
}
