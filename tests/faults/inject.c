/*
 * Makes the Nth change to files under FAULT_PATH fail, for LD_PRELOAD. What fails is given by FAULT_KIND and FAULT_N, or by
 * the process itself: opening "/postil-fault/<kind>/<n>" arms it (and answers ENOENT), opening "/postil-fault/off" disarms
 * it and answers EEXIST if a call was reached, else ENOENT.
 *
 * eio, enospc: that call once; eio-on, enospc-on: from that call on; short: that write takes half and says so; full: that
 * write takes half, then no space; fail-sync: that fsync or fdatasync once, and what was written to that file since its
 * last sync is lost when disarmed, whatever later syncs said, as after a power cut; kill: the process ends before that call.
 *
 * copies: no call fails, and before each of them FAULT_PATH/trial is copied to FAULT_PATH/copies/<n>-<said>: what a kill at
 * that call would leave. <said> is the number that opening "/postil-fault/said/<number>" gave last.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum act { WRITE, SYNC, MAKE, MOVE, TAKE };
static const char *prefix;
static char kind[16];
static long at;
static atomic_long count, said;
static atomic_int armed, hit;

static int is(const char *name) { return strcmp(kind, name) == 0; }

/* Sizes of files at their last sync. */
static struct synced { ino_t file; off_t size; } synced[256];
static int syncs;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
/* The file of which a sync failed. */
static char lost_path[4096];
static struct synced lost;

static off_t size_at_sync(ino_t file) {
  for (int i = syncs - 1; i >= 0; i -= 1)
    if (synced[i].file == file) return synced[i].size;
  return 0;
}

static void note_sync(int fd, int failed) {
  struct stat now;
  char link[64];
  if (fstat(fd, &now) != 0 || !S_ISREG(now.st_mode)) return;
  pthread_mutex_lock(&lock);
  if (failed) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, lost_path, sizeof lost_path - 1);
    lost_path[length < 0 ? 0 : length] = 0;
    lost = (struct synced){now.st_ino, size_at_sync(now.st_ino)};
  } else if (now.st_ino != lost.file && syncs < (int)(sizeof synced / sizeof *synced)) {
    synced[syncs++] = (struct synced){now.st_ino, now.st_size};
  }
  pthread_mutex_unlock(&lock);
}

/* What was there before is taken to be on the disk. */
static void note_open(int fd, int flags) {
  struct stat now;
  if (fd < 0 || !is("fail-sync") || !(flags & (O_WRONLY | O_RDWR)) || fstat(fd, &now) != 0) return;
  pthread_mutex_lock(&lock);
  int known = 0;
  for (int i = 0; i < syncs; i += 1) known |= synced[i].file == now.st_ino;
  pthread_mutex_unlock(&lock);
  if (!known) note_sync(fd, 0);
}

/* A file put in its place is another one, and keeps its data. */
static void lose(void) {
  struct stat now;
  if (lost.file && stat(lost_path, &now) == 0 && now.st_ino == lost.file) truncate(lost_path, lost.size);
}

static void arm(const char *name, long n) {
  syncs = 0;
  lost.file = 0;
  snprintf(kind, sizeof kind, "%s", name);
  at = n;
  atomic_store(&count, 0);
  atomic_store(&hit, 0);
  atomic_store(&said, 0);
  atomic_store(&armed, 1);
}

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("FAULT_KIND"), *n = getenv("FAULT_N");
  prefix = getenv("FAULT_PATH");
  if (name && n) arm(name, atol(n));
}

/* By another program, so that nothing of it is counted here. */
static void copy(long n) {
  char from[4096], to[4096];
  snprintf(from, sizeof from, "%s/trial", prefix);
  snprintf(to, sizeof to, "%s/copies/%ld-%ld", prefix, n, atomic_load(&said));
  char *arguments[] = {"cp", "-a", from, to, NULL}, *environment[] = {NULL};
  pid_t child;
  int status;
  if (posix_spawnp(&child, "cp", NULL, NULL, arguments, environment) != 0) abort();
  if (waitpid(child, &status, 0) != child || status != 0) abort();
}

/* The error to answer with; 0: carry on; -1: take half. */
static int decide(const char *path, enum act act) {
  if (!atomic_load(&armed) || !prefix || strncmp(path, prefix, strlen(prefix)) != 0) return 0;
  int space = is("enospc") || is("enospc-on") || is("full");
  if (space && act == TAKE) return 0;
  if (is("short") && act != WRITE) return 0;
  if (is("fail-sync") && act != SYNC) return 0;
  /* On a full disk what takes no space goes well: half a file is synced and put in the place of the whole one. */
  if (is("full") && act != WRITE && (act != MAKE || !atomic_load(&hit))) return 0;
  if (is("copies")) {
    /* No other call changes anything meanwhile. */
    pthread_mutex_lock(&lock);
    copy(atomic_fetch_add(&count, 1) + 1);
    pthread_mutex_unlock(&lock);
    return 0;
  }
  long n = atomic_fetch_add(&count, 1) + 1;
  int on = is("eio-on") || is("enospc-on") || is("full");
  if (on ? n < at : n != at) return 0;
  int first = !atomic_exchange(&hit, 1);
  if (is("kill")) kill(getpid(), SIGKILL);
  if (is("short") || (is("full") && first)) return -1;
  return space ? ENOSPC : EIO;
}

static int decide_fd(int fd, enum act act) {
  char link[64], path[4096];
  if (!atomic_load(&armed)) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return decide(path, act);
}

#define REAL(type, name, ...)                                                   \
  static type (*real)(__VA_ARGS__);                                             \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)
#define FAIL(error) return (errno = (error), -1)

#define WRITES(name, tail_types, tail)                                          \
  ssize_t name(int fd, const void *bytes, size_t size tail_types) {             \
    REAL(ssize_t, #name, int, const void *, size_t tail_types);                 \
    int error = decide_fd(fd, WRITE);                                           \
    if (error > 0) FAIL(error);                                                 \
    return real(fd, bytes, error < 0 && size > 1 ? size / 2 : size tail);       \
  }
#define COMMA ,
WRITES(write, , )
WRITES(pwrite, COMMA off_t offset, COMMA offset)
WRITES(pwrite64, COMMA off64_t offset, COMMA offset)

#define VECTORS(name, tail_types, tail)                                         \
  ssize_t name(int fd, const struct iovec *all, int n tail_types) {             \
    REAL(ssize_t, #name, int, const struct iovec *, int tail_types);            \
    int error = decide_fd(fd, WRITE);                                           \
    if (error > 0) FAIL(error);                                                 \
    if (error == 0) return real(fd, all, n tail);                               \
    struct iovec half = {all[0].iov_base, all[0].iov_len > 1 ? all[0].iov_len / 2 : 1}; \
    return real(fd, &half, 1 tail);                                             \
  }
VECTORS(writev, , )
VECTORS(pwritev, COMMA off_t offset, COMMA offset)
VECTORS(pwritev64, COMMA off64_t offset, COMMA offset)

#define SYNCS(name)                                                             \
  int name(int fd) {                                                            \
    REAL(int, #name, int);                                                      \
    int error = decide_fd(fd, SYNC);                                            \
    int answer = error > 0 ? -1 : real(fd);                                     \
    if (is("fail-sync")) note_sync(fd, answer != 0);                            \
    if (error > 0) errno = error;                                               \
    return answer;                                                              \
  }
SYNCS(fsync)
SYNCS(fdatasync)

#define CUTS(name, type)                                                        \
  int name(int fd, type length) {                                               \
    REAL(int, #name, int, type);                                                \
    int error = decide_fd(fd, TAKE);                                            \
    if (error > 0) FAIL(error);                                                 \
    return real(fd, length);                                                    \
  }
CUTS(ftruncate, off_t)
CUTS(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  int error = decide(to, MOVE);
  if (error > 0) FAIL(error);
  return real(from, to);
}

int link(const char *from, const char *to) {
  REAL(int, "link", const char *, const char *);
  int error = decide(to, MAKE);
  if (error > 0) FAIL(error);
  return real(from, to);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  int error = decide(path, MAKE);
  if (error > 0) FAIL(error);
  return real(path, mode);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  int error = decide(path, TAKE);
  if (error > 0) FAIL(error);
  return real(path);
}

static int command(const char *path) {
  char name[16];
  long n;
  if (sscanf(path, "/postil-fault/%15[^/]/%ld", name, &n) == 2) {
    if (strcmp(name, "said") == 0) atomic_store(&said, n);
    else arm(name, n);
    FAIL(ENOENT);
  }
  atomic_store(&armed, 0);
  lose();
  FAIL(atomic_load(&hit) ? EEXIST : ENOENT);
}

static int decide_open(const char *path, int flags) {
  return flags & (O_WRONLY | O_RDWR | O_CREAT) ? decide(path, MAKE) : 0;
}

static mode_t mode_of(int flags, va_list rest) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

#define OPENS(name)                                                             \
  int name(const char *path, int flags, ...) {                                  \
    REAL(int, #name, const char *, int, ...);                                   \
    va_list rest;                                                               \
    va_start(rest, flags);                                                      \
    mode_t mode = mode_of(flags, rest);                                         \
    va_end(rest);                                                               \
    if (strncmp(path, "/postil-fault/", 14) == 0) return command(path);         \
    int error = decide_open(path, flags);                                       \
    if (error > 0) FAIL(error);                                                 \
    int fd = real(path, flags, mode);                                           \
    note_open(fd, flags);                                                       \
    return fd;                                                                  \
  }
OPENS(open)
OPENS(open64)

#define OPENS_AT(name)                                                          \
  int name(int folder, const char *path, int flags, ...) {                      \
    REAL(int, #name, int, const char *, int, ...);                              \
    va_list rest;                                                               \
    va_start(rest, flags);                                                      \
    mode_t mode = mode_of(flags, rest);                                         \
    va_end(rest);                                                               \
    int error = decide_open(path, flags);                                       \
    if (error > 0) FAIL(error);                                                 \
    int fd = real(folder, path, flags, mode);                                   \
    note_open(fd, flags);                                                       \
    return fd;                                                                  \
  }
OPENS_AT(openat)
OPENS_AT(openat64)
