/** Without this file a person who imports or verifies an archive could not tell whether to wait or to have lunch. */
import cliProgress from 'cli-progress';

export interface Progress {
  /** So many more are done, of a total that may have grown. */
  step: (more: number, total: number) => void;
  end: () => void;
}

/** A bar with rate and time left when `stream` is a terminal; otherwise nothing. */
export function progressBar(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY || total < 1) return { step: () => undefined, end: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} · {rate} a second · {eta_formatted} left',
    stream,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  const began = performance.now();
  let done = 0;
  bar.start(total, 0, { rate: '…' });
  return {
    step: (more, now) => {
      done += more;
      bar.setTotal(now);
      bar.update(done, { rate: ((done * 1000) / Math.max(1, performance.now() - began)).toFixed(1) });
    },
    end: () => {
      bar.stop();
    },
  };
}
