import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../services/import/import-folder.ts';

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** Shows how far an import is: a bar in a terminal, elsewhere one plain line per file. */
export function showProgress(out: NodeJS.WriteStream): { on(progress: Progress): void; stop(): void } {
  if (!out.isTTY) return { on: (progress) => plainLine(out, progress), stop: () => {} };
  const bar = new SingleBar(
    { format: '{bar} {percentage}% {step}', hideCursor: true, clearOnComplete: true, stream: out },
    Presets.shades_classic,
  );
  let started = false;
  const on = (progress: Progress) => {
    if (progress.phase === 'reading') {
      if (!started) bar.start(progress.totalBytes, 0, { step: '' });
      started = true;
      bar.update(Math.min(progress.bytes, progress.totalBytes), { step: progress.file });
    } else if (started && progress.phase !== 'read') {
      bar.update({ step: STEPS[progress.phase] });
    }
  };
  return { on, stop: () => (started ? bar.stop() : undefined) };
}

const STEPS = { checking: 'checking the rows', writing: 'writing' };

function plainLine(out: Output, progress: Progress): void {
  if (progress.phase === 'read') out.write(`${progress.file}: ${progress.rows} rows read\n`);
  else if (progress.phase !== 'reading') out.write(`${STEPS[progress.phase]}\n`);
}
