import { watchClock } from './clock-drift.ts';

export type WakeReason = 'resume' | 'unlock' | 'clock-jump';

/** Of Electron's `powerMonitor`, what is used. */
export interface PowerEvents {
  on(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
  removeListener(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
}

/** Timers stop in sleep and know nothing of a clock that was set: whoever waits must look again. @returns how to stop */
export function watchWake(power: PowerEvents, onWake: (reason: WakeReason) => void): () => void {
  const resume = (): void => onWake('resume');
  const unlock = (): void => onWake('unlock');
  power.on('resume', resume);
  power.on('unlock-screen', unlock);
  const stopClock = watchClock(() => onWake('clock-jump'));
  return () => {
    power.removeListener('resume', resume);
    power.removeListener('unlock-screen', unlock);
    stopClock();
  };
}
