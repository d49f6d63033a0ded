const number = document.querySelector('#paper section').firstChild;
addEventListener('message', ({ data }) => {
  if (data.type === 'update') number.data = String(data.length);
});
