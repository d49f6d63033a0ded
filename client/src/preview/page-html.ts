import { Uri, type Webview } from 'vscode';

/** The folder of the page's own script and style sheet. With the fonts it is all that a preview may load from the disk. */
export function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview');
}

/** The fonts of the PDF, which the page's style sheet names. */
export function fontFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'fonts');
}

/**
 * The page of a preview, without a letter: that comes by message. It may run its own script, use its own style sheet and fonts, and show pictures
 * that are part of the letter's HTML; nothing else, from nowhere.
 */
export function pageHtml(webview: Webview, extension: Uri): string {
  const address = (name: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  const script = address('preview.js');
  const style = address('preview.css');
  // The source is VS Code's own server for the folders of `localResourceRoots`: our script, style sheet and fonts and no other file.
  const own = webview.cspSource;
  const policy = `default-src 'none'; script-src ${own}; style-src ${own}; font-src ${own}; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Letter preview</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<header class="bar">
<h1 class="for-readers">Letter preview</h1>
<div class="counts"><p id="counts" role="status"></p><p id="asked" role="status"></p><p id="notice" role="status"></p></div>
<div class="tools" role="toolbar" aria-label="Preview" aria-controls="paper">
<button type="button" id="zoom-out" aria-label="Zoom out" title="Zoom out (Ctrl+-)">\u2212</button>
<button type="button" id="zoom-fit" title="Fit the paper to the panel (Ctrl+0)">Fit</button>
<button type="button" id="zoom-in" aria-label="Zoom in" title="Zoom in (Ctrl+=)">+</button>
<button type="button" id="plain" aria-pressed="false" title="Show the paper as it prints, without marks">Print look</button>
<button type="button" id="mask" aria-pressed="false" title="Hide who the patient is, for sharing the screen">Mask patient</button>
<button type="button" id="lock" aria-pressed="false" title="Stay with this file when another one is opened">Lock</button>
<button type="button" id="copy" title="Copy the letter with its layout, for Word or mail">Copy</button>
<button type="button" id="copy-text" title="Copy the letter as plain text">Copy text</button>
<button type="button" id="export" title="Write the letter to a file, to fax, upload or print">Export…</button>
</div>
</header>
<nav id="gaps" aria-label="What is missing" hidden>
<h2>Missing</h2>
<ul id="gap-list"></ul>
</nav>
<section id="checklist" aria-label="Checklist" hidden>
<details open>
<summary><h2>Checklist</h2></summary>
<div id="ask-list"></div>
</details>
</section>
<main class="desk" id="desk" tabindex="0" aria-label="Paper">
<p class="values" id="values" hidden></p>
<div class="sheet" id="sheet" hidden>
<article class="letter" id="paper" aria-label="Letter"></article>
<div id="edges" aria-hidden="true"></div>
</div>
</main>
<script src="${script}" defer></script>
</body>
</html>`;
}
