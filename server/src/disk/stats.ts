import type { Dirent, Stats } from 'node:fs';
import type { FileStats, FolderEntry } from '../workspace/file-port.js';

export function toStats(stats: Stats): FileStats {
  return { kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other', size: stats.size };
}

export function toEntry(entry: Dirent): FolderEntry {
  const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other';
  return { name: entry.name, kind };
}
