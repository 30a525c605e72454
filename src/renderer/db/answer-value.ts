import type { Answer } from '#shared/ipc/contract.ts';

/** Main did not answer: tried again later, unlike a failure of the store. */
export class MainUnavailable extends Error {
  override readonly name = 'MainUnavailable';
}

export function valueOf<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new MainUnavailable(answer.detail === '' ? answer.code : answer.detail);
}
