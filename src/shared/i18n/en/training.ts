/** Training: who has done what, and when it is due again (process document 8.1). */
export const training = {
  event: {
    joined: '{{person}} added to the training',
    left: '{{person}} taken off the training',
    ticked: '{{person}} has done: {{item}}',
    unticked: '{{person}} has not done: {{item}}',
  },
} as const;
