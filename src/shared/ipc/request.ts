import type * as v from 'valibot';

/** A request of the contract: what is handed over, checked at run time, and what comes back. */
export interface Request<Input extends v.GenericSchema, Output> {
  readonly input: Input;
  /** Never set: carries the answer's type. */
  readonly output?: Output;
}
export const request = <Input extends v.GenericSchema>(input: Input) => ({
  answers: <Output>(): Request<Input, Output> => ({ input }),
});
