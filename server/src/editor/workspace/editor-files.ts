import { URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import {
  type ClientFile,
  type ClientFileParams,
  type ClientFileStats,
  type ClientFolderEntry,
  readDirectoryRequest,
  readFileRequest,
  realPathRequest,
  statRequest,
} from '../../protocol/files.js';
import type { FilePort } from '../../workspace/file-port.js';
import { fromBase64 } from '../base64.js';

/** Addresses, as the language server names files: encoded as `URI.toString()` does it, and no other way. */
export const addresses: Pick<FilePort, 'join' | 'parent' | 'namesFrom'> = {
  join(folder, ...names) {
    const uri = URI.parse(folder);
    const path = uri.path.split('/').filter((name) => name !== '');
    for (const name of names.flatMap((one) => one.split('/'))) {
      if (name === '..') path.pop();
      else if (name !== '' && name !== '.') path.push(name);
    }
    return uri.with({ path: `/${path.join('/')}` }).toString();
  },
  parent: (path) => addresses.join(path, '..'),
  namesFrom(folder, path) {
    const [from, to] = [URI.parse(folder), URI.parse(path)];
    if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
    const start = from.path.replace(/\/*$/, '/');
    if (`${to.path}/` === start || to.path === start) return [];
    return to.path.startsWith(start) ? to.path.slice(start.length).split('/') : undefined;
  },
};

/** The address of a file as all of the server writes it; editors encode in several ways. */
export function addressOf(uri: string): string {
  return URI.parse(uri).toString();
}

/** The files that an editor shows: those of the disk from the disk, where there is one, and all others from the client. */
export function editorFiles(connection: Pick<Connection, 'sendRequest'>, disk?: FilePort): FilePort {
  const client = clientFiles(connection);
  const local = disk && diskFiles(disk);
  const of = (path: string) => (local && path.startsWith('file:') ? local : client);
  return {
    ...addresses,
    ignoresCase: disk?.ignoresCase ?? false,
    list: (folder) => of(folder).list(folder),
    stat: (path) => of(path).stat(path),
    read: (path) => of(path).read(path),
    realPath: (path) => of(path).realPath(path),
  };
}

type Reading = Pick<FilePort, 'list' | 'stat' | 'read' | 'realPath'>;

function diskFiles(disk: FilePort): Reading {
  const pathOf = (address: string) => URI.parse(address).fsPath;
  return {
    list: (folder) => disk.list(pathOf(folder)),
    stat: (path) => disk.stat(pathOf(path)),
    read: (path) => disk.read(pathOf(path)),
    realPath: async (path) => URI.file(await disk.realPath(pathOf(path))).toString(),
  };
}

/** Files that only the client can read: a browser's folders, remote repositories. */
function clientFiles(connection: Pick<Connection, 'sendRequest'>): Reading {
  const ask = async <T>(request: string, uri: string): Promise<T> => {
    const answer = await connection.sendRequest<T | null>(request, { uri } satisfies ClientFileParams);
    if (answer === null) throw Object.assign(new Error('The editor finds nothing there.'), { code: 'ENOENT' });
    return answer;
  };
  return {
    list: (folder) => ask<readonly ClientFolderEntry[]>(readDirectoryRequest, folder),
    stat: (path) => ask<ClientFileStats>(statRequest, path),
    read: async (path) => fromBase64((await ask<ClientFile>(readFileRequest, path)).content),
    realPath: async (path) => addressOf(await ask<string>(realPathRequest, path)),
  };
}
