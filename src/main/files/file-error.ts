import type { ErrorCode } from '#shared/ipc/contract.ts';
import { CodedError } from '../ipc/coded-error.ts';

/** Runs work on files; what the system refuses is told as such. @throws {CodedError} */
export async function asFileError<Value>(
  code: Extract<ErrorCode, `file-${string}`>,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    const detail = error instanceof Error ? error.message : String(error);
    throw new CodedError(isFull ? 'disk-full' : code, detail, { cause: error });
  }
}
