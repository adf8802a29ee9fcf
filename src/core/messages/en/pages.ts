/** The pages that lie over the text, and the ways between them. */
export const pages = {
  'page.switch': 'What is in the middle',
  'page.text': 'Text',
  'page.close': 'Back to the text',
  'page.back': 'Back',
  'page.forward': 'Forward',
} as const;
