export interface Edition {
  readonly version: string;
  readonly node: string;
}
export interface RunningServer {
  readonly url: string;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}
export const newest: Edition;
export const oldest: Edition;
export const cacheFolder: string;
export function isInstalled(edition: Edition): boolean;
export function installCodeServer(edition: Edition): Promise<unknown>;
export function installExtension(edition: Edition, home: string, vsix: string): Promise<void>;
export function startCodeServer(
  edition: Edition,
  options: {
    readonly home: string;
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly options?: readonly string[];
  },
): Promise<RunningServer>;
