/** Says that the first document's text is on the screen: fonts loaded, one frame painted. */
export async function announceReady(): Promise<void> {
  await document.fonts.ready;
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      document.documentElement.dataset['ready'] = 'true';
    });
  });
}
