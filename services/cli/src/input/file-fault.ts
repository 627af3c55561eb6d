const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder; name a file',
  EEXIST: 'it is a folder; name a file in it',
  ENOTEMPTY: 'it is a folder; name a file in it',
  EACCES: 'its permissions forbid it',
  EPERM: 'its permissions forbid it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links lead in a circle',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB; split it',
}

/** Why the system did not let us read or write a file, in words. */
export function fileFault(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const known = 'code' in fault && typeof fault.code === 'string' ? reasons[fault.code] : undefined
  return known ?? fault.message
}
