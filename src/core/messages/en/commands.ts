import { count } from './plural';

/** Names of steps, as the Edit menu says them after "Undo" and "Redo". */
export const commands = {
  'command.annotation.add': (p: { code: string }) => `Add ${p.code}`,
  'command.annotation.remove': (p: { code: string }) => `Delete ${p.code}`,
  'command.annotation.recode': (p: { code: string }) => `Change Code to ${p.code}`,
  'command.annotation.move': 'Move Boundaries',
  'command.annotation.memo': 'Edit Memo',
  'command.annotation.replace': 'Change Annotation',
  'command.document.add': (p: { title: string }) => `Add “${p.title}”`,
  'command.document.remove': (p: { title: string }) => `Remove “${p.title}”`,
  'command.document.describe': 'Edit Document Details',
  'command.coder.add': 'Add Coder',
  'command.coder.remove': 'Remove Coder',
  'command.coder.rename': 'Rename Coder',
  'command.codebook.replace': 'Change Codebook',
  'command.project.describe': 'Rename Project',
  'command.batch.import': (p: { n: number }) => `Import ${count(p.n, 'Annotation', 'Annotations')}`,
  'command.batch.documents': (p: { n: number }) => `Add ${count(p.n, 'Text', 'Texts')}`,
} as const;
