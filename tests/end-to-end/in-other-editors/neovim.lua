-- nvim --headless --clean -u neovim.lua -c ... FILE: reports what the language server told, as one line of JSON.
-- Neovim 0.7 reads vim.filetype only when told, and has no vim.lsp.start; docs/editors.md says so.
vim.g.do_filetype_lua = 1
vim.cmd('filetype on')
vim.lsp.start = vim.lsp.start or function(settings)
  vim.lsp.buf_attach_client(0, vim.lsp.start_client(settings))
end
dofile(vim.env.LMN_SETTINGS)

local function problems()
  return vim.tbl_map(function(one) return one.message end, vim.diagnostic.get(0))
end

local function misspelled()
  return vim.tbl_contains(vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0)), 'unknown-field')
end

local function proposals()
  local at = { textDocument = vim.lsp.util.make_text_document_params(0), position = { line = 3, character = 11 } }
  local labels = {}
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/completion', at, 15000) or {}) do
    for _, item in ipairs(answer.result.items or answer.result) do table.insert(labels, item.label) end
  end
  return labels
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    vim.schedule(function()
      vim.wait(20000, misspelled, 20)
      local seen = { problems = problems(), proposals = proposals() }
      vim.api.nvim_buf_set_lines(0, 1, 2, false, { 'diagnosis: migraine' })
      vim.wait(20000, function() return not misspelled() end, 20)
      seen.problemsAfterEdit = problems()
      io.stdout:write(vim.fn.json_encode(seen) .. '\n')
      vim.cmd('qall!')
    end)
  end,
})
