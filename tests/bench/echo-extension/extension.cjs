// The least that an extension can do between a key and a webview: for each change of a text it sends its length, and the page shows the
// number. What is left of a preview's time above this is its own.
const vscode = require('vscode');

exports.activate = (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('lmnBench.open', () => {
      const panel = vscode.window.createWebviewPanel(
        'lmnBench.echo',
        'Echo',
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, localResourceRoots: [context.extensionUri] },
      );
      const { webview } = panel;
      const script = webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, 'page.js'));
      webview.html = `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${webview.cspSource}">
<title>Echo</title>
</head>
<body><article id="paper"><section>0</section></article><script src="${script}"></script></body>
</html>`;
      const change = vscode.workspace.onDidChangeTextDocument(({ document }) => {
        void webview.postMessage({ type: 'update', length: document.getText().length });
      });
      panel.onDidDispose(() => change.dispose());
    }),
  );
};
