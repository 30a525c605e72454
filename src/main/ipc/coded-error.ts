import type { ErrorCode } from '#shared/ipc/contract.ts';

/** A failure the window knows how to speak of. The message is the detail. */
export class CodedError extends Error {
  override name = 'CodedError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}
