import { isErrno } from './file-fault';

/** Whether there is a process of this number, be it another person's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error) && error.code === 'EPERM';
  }
}
