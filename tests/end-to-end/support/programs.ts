import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';

interface Program {
  readonly name: string;
  readonly packages: readonly string[];
  readonly isThere: () => boolean;
}

const programs: readonly Program[] = [
  { name: 'Chromium', packages: ['chromium'], isThere: () => findChromium() !== undefined },
  { name: 'pdftotext', packages: ['poppler-utils'], isThere: () => succeeds('pdftotext', ['-v']) },
  { name: 'qpdf', packages: ['qpdf'], isThere: () => succeeds('qpdf', ['--version']) },
  { name: 'qpdf', packages: ['qpdf'], isThere: () => succeeds('qpdf', ['--version']) },
  {
    name: 'LibreOffice',
    // The fonts are as wide as those that letters name, so that pages end where Word ends them.
    packages: ['libreoffice-writer-nogui', 'fonts-liberation'],
    isThere: () => succeeds('soffice', ['--version']),
  },
  { name: 'Neovim', packages: ['neovim'], isThere: () => succeeds('nvim', ['--version']) },
  { name: 'Emacs with eglot', packages: ['emacs-nox', 'elpa-eglot'], isThere: hasEglot },
];

/** Emacs 29 has eglot; to earlier ones Debian adds it in a folder that `-Q` leaves out. */
const findEglot = `(unless (require 'eglot nil t)
  (add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
  (package-initialize)
  (require 'eglot))`;

/** Installs the programs that are not there, where that can be done without asking; else throws and says how. */
export function installPrograms(): void {
  const missing = programs.filter((program) => !program.isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((program) => program.packages);
  const names = missing.map((program) => program.name).join(', ');
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) {
    throw new Error(
      `The end-to-end tests need ${names}. Install what is missing and run them again; on Debian and Ubuntu: sudo apt-get ${install.join(' ')}`,
    );
  }
  console.log(`Installing ${names} with apt-get`);
  aptGet(['update']);
  aptGet(install);
}

function aptGet(args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

function hasEglot(): boolean {
  return succeeds('emacs', ['-Q', '--batch', '--eval', `(progn (require 'package) ${findEglot})`]);
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
