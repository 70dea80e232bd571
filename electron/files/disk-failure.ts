/** What the file system reports, as a failure that a writer understands. */
import { failed, type Failed, type FailureKind } from '../../core/storage/messages.ts';

const KINDS: Readonly<Record<string, FailureKind>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
  EISDIR: 'not-a-file',
  ENAMETOOLONG: 'name-too-long',
  EFBIG: 'too-large',
};

/** @throws the error itself when it doesn't come from the file system. */
export function diskFailure(error: unknown, path: string): Failed {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) throw error;
  return failed(KINDS[code] ?? 'disk-error', path);
}
