/** What a package of the app is made of, for each system. */
import type { Configuration } from 'electron-builder';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { notePattern } from './bundled-packages.ts';
import { noticesPath } from './notices.ts';
import type { ElectronRuntime } from './runtime/provision.ts';

/** Where releases are built, the repository is the homepage that a deb must name. */
const repository = process.env['GITHUB_REPOSITORY'];

/** The configuration of a package that brings the given Electron. */
export function builderConfiguration({ executable, version, source }: ElectronRuntime): Configuration {
  return {
    appId: 'io.pamphleteer.app',
    productName: 'Pamphleteer',
    copyright: 'The Pamphleteer authors. MIT License.',
    electronVersion: version,
    // The official one is unpacked from its download, in electron-builder's own way, for any architecture.
    electronDist: source === 'official' ? undefined : dirname(executable),
    directories: { output: 'dist', buildResources: 'build' },
    files: ['out/**', 'package.json', `!out/**/${notePattern}`, '!**/*.map'],
    asar: true,
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    extraResources: [
      { from: noticesPath, to: 'THIRD-PARTY-NOTICES.txt' },
      { from: 'sample/quillhaven.pamphlet', to: 'sample/quillhaven.pamphlet' },
    ],
    extraMetadata: repository ? { homepage: `https://github.com/${repository}` } : undefined,
    fileAssociations: [
      {
        ext: 'pamphlet',
        name: 'Pamphlet',
        description: 'Pamphleteer project',
        mimeType: 'application/x-pamphlet+zip',
        icon: 'icons/document',
        role: 'Editor',
      },
    ],
    // The fallback runtime's stand-in for a default app; an official dist's own is removed by electron-builder.
    afterExtract: ({ appOutDir }) =>
      rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true }),
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      // Electron checks it on macOS and Windows only.
      enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
    },
    linux: {
      executableName: 'pamphleteer',
      icon: 'icons/linux',
      category: 'Office',
      synopsis: 'Answer letters point by point and print a pamphlet',
      maintainer: 'The Pamphleteer authors <authors@users.noreply.github.com>',
      target: ['AppImage', 'deb', 'tar.gz'],
    },
    win: { icon: 'icons/icon.ico', target: ['nsis'] },
    nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true },
    mac: {
      icon: 'icons/icon.icns',
      category: 'public.app-category.productivity',
      target: [{ target: 'dmg', arch: ['universal'] }],
      // Native add-ons come as one package for each architecture, both in either half of a universal app.
      x64ArchFiles: '**/typst-ts-node-compiler-darwin-*/*.node',
    },
  };
}
