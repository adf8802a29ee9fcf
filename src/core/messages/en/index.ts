import { actions } from './actions';
import { actorKinds } from './actor-kinds';
import { actors } from './actors';
import { adjudicate } from './adjudicate';
import { agreement } from './agreement';
import { agreementPage } from './agreement-page';
import { archives } from './archives';
import { backups } from './backups';
import { cli } from './cli';
import { coding } from './coding';
import { codebook } from './codebook';
import { compare } from './compare';
import { commands } from './commands';
import { doctor } from './doctor';
import { faults } from './faults';
import { find } from './find';
import { journal } from './journal';
import { keys } from './keys';
import { looking } from './looking';
import { memos } from './memos';
import { menu } from './menu';
import { methods } from './methods';
import { merge } from './merge';
import { merging } from './merging';
import { packs } from './packs';
import { pages } from './pages';
import { palette } from './palette';
import { past } from './past';
import { reader } from './reader';
import { relations } from './relations';
import { report } from './report';
import { search } from './search';
import { readingMarks } from './reading-marks';
import { snapshots } from './snapshots';
import { storage } from './storage';
import { team } from './team';
import { transfer } from './transfer';
import { window } from './window';

/** English. One file a part of the app; the parts' keys do not overlap because each starts with its own word. */
export const en = {
  ...actions,
  ...actorKinds,
  ...actors,
  ...adjudicate,
  ...agreement,
  ...agreementPage,
  ...archives,
  ...backups,
  ...cli,
  ...coding,
  ...codebook,
  ...compare,
  ...commands,
  ...doctor,
  ...faults,
  ...find,
  ...journal,
  ...keys,
  ...memos,
  ...menu,
  ...methods,
  ...merge,
  ...looking,
  ...merging,
  ...packs,
  ...pages,
  ...palette,
  ...past,
  ...reader,
  ...relations,
  ...report,
  ...search,
  ...readingMarks,
  ...snapshots,
  ...storage,
  ...team,
  ...transfer,
  ...window,
} as const;
