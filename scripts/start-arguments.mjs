// @ts-check
import { resolve } from 'node:path';

/**
 * The user's arguments with the path after `--smoke` made absolute: npm changes into the
 * repository's folder, the person who typed the path was elsewhere.
 * @param {readonly string[]} args
 * @param {string} callerFolder
 * @returns {string[]}
 */
export function appArguments(args, callerFolder) {
  return args.map((argument, index) => {
    if (argument.startsWith('--smoke='))
      return `--smoke=${resolve(callerFolder, argument.slice('--smoke='.length))}`;
    const isPath = args[index - 1] === '--smoke' && !argument.startsWith('-');
    return isPath ? resolve(callerFolder, argument) : argument;
  });
}
