// kafkajs asks for timers in the past, which newer releases of Node tell on the standard error of whoever runs it. Nothing is
// wrong and nobody who reads it could act on it. Only the command does this: in the process of somebody else it is theirs to decide.

/** Keeps the warnings about negative timeouts of this process, and no others, to itself. */
export function quietTimers(): void {
  const emit = process.emitWarning as (...told: unknown[]) => void;
  process.emitWarning = (...told: unknown[]) => {
    if (told[1] !== 'TimeoutNegativeWarning') emit.apply(process, told);
  };
}
