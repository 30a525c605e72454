/** Drills: in the timeline, the place and wherever they are marked (process document 8.2). */
export const drill = {
  mark: 'DRILL',
  marked: '[DRILL] {{title}}',
  page: 'Part of a drill: no real service is affected.',
  event: {
    started: 'Drill started: {{title}}',
    stepDelivered: 'Step {{number}} of the drill delivered',
    stepDeliveredLate: 'Step {{number}} of the drill delivered late',
    finished: 'Drill finished',
    aborted: 'Drill aborted',
    endedHere: { finished: 'Ended with its drill', aborted: 'Ended: the drill was aborted' },
  },
} as const;
