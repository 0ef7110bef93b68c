// Warns before something is deleted for good.

const dialog = document.getElementById('confirm');

/** True if the reader agrees. */
export function confirmed(warning) {
  dialog.querySelector('p').textContent = warning;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve =>
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}
