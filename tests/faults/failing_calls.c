/* SPDX-License-Identifier: Apache-2.0 */
/* Calls that fail: preloaded, it makes the k-th call that alters something below one folder fail as a disk or a stick
 * does, or every call from the k-th on. SQLite's calls are seen as well as Python's. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum mode { NOTHING, ONCE, FULL, READ_ONLY, GONE, SHORT, KILL, FORGET, FLIP };

static volatile long calls, at;
static volatile enum mode mode;
static char below[4096];

void desk_faults(const char *folder, long k, int what) {
    snprintf(below, sizeof below, "%s", folder);
    calls = 0, at = k, mode = what;
}

long desk_calls(void) {
    mode = NOTHING;
    return calls;
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static int concerns_path(const char *path) {
    return mode != NOTHING && path && !strncmp(path, below, strlen(below));
}

static int concerns(int fd) {
    char link[64], path[4096];
    if (mode == NOTHING) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return concerns_path(path);
}

/* What becomes of a call that alters something: 0 it is done, else the error; `once` is its own error. */
static int fate(int once) {
    long number = ++calls;
    if (number < at) return 0;
    switch (mode) {
    case ONCE: return number == at ? once : 0;
    case FULL: return once;
    case READ_ONLY: return EROFS;
    case GONE: return EIO;
    case KILL: if (number == at) kill(getpid(), SIGKILL); return 0;
    default: return 0;
    }
}

static int is_gone(void) { return mode == GONE && calls >= at && at > 0; }

#define FAIL(error) do { int told = (error); if (told) { errno = told; return -1; } } while (0)

static ssize_t put(int fd, const void *data, size_t size, off_t where, int placed) {
    static ssize_t (*plain)(int, const void *, size_t);
    static ssize_t (*at_place)(int, const void *, size_t, off_t);
    if (!plain) plain = next("write"), at_place = next("pwrite64");
    const char *bytes = data;
    char *other = NULL;
    if (concerns(fd)) {
        if (mode == KILL && calls + 1 == at) {
            if (placed) at_place(fd, data, size / 2, where); else plain(fd, data, size / 2);
        }
        FAIL(fate(ENOSPC));
        if (mode == SHORT && calls == at && size > 1) size /= 2;
        if ((mode == FORGET && calls >= at) || (mode == FLIP && calls == at)) {
            other = malloc(size);
            memcpy(other, data, size);
            if (mode == FORGET) memset(other, 0, size); else other[size / 2] ^= 16;
            bytes = other;
        }
    }
    ssize_t done = placed ? at_place(fd, bytes, size, where) : plain(fd, bytes, size);
    free(other);
    return done;
}

ssize_t write(int fd, const void *data, size_t size) { return put(fd, data, size, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t where) { return put(fd, data, size, where, 1); }
ssize_t pwrite64(int fd, const void *data, size_t size, off_t where) { return put(fd, data, size, where, 1); }

#define ON_FD(name, parameters, given, error)                              \
    int name parameters {                                                  \
        static int (*real) parameters;                                     \
        if (!real) real = next(#name);                                     \
        if (concerns(fd)) FAIL(fate(error));                               \
        return real given;                                                 \
    }

ON_FD(fsync, (int fd), (fd), EIO)
ON_FD(fdatasync, (int fd), (fd), EIO)
ON_FD(ftruncate, (int fd, off_t size), (fd, size), EIO)
ON_FD(ftruncate64, (int fd, off_t size), (fd, size), EIO)

#define ON_PATH(name, parameters, given, error)                            \
    int name parameters {                                                  \
        static int (*real) parameters;                                     \
        if (!real) real = next(#name);                                     \
        if (concerns_path(path)) FAIL(fate(error));                        \
        return real given;                                                 \
    }

ON_PATH(rename, (const char *path, const char *to), (path, to), EIO)
ON_PATH(mkdir, (const char *path, mode_t bits), (path, bits), ENOSPC)

static int opened(const char *name, const char *path, int flags, mode_t bits) {
    int (*real)(const char *, int, ...) = next(name);
    if (concerns_path(path)) {
        if (flags & (O_CREAT | O_TRUNC)) FAIL(fate(ENOSPC));
        if (is_gone()) FAIL(ENOENT);
    }
    return real(path, flags, bits);
}

#define OPEN(name)                                                         \
    int name(const char *path, int flags, ...) {                           \
        va_list rest;                                                      \
        va_start(rest, flags);                                             \
        mode_t bits = flags & O_CREAT ? va_arg(rest, int) : 0;             \
        va_end(rest);                                                      \
        return opened(#name, path, flags, bits);                           \
    }

OPEN(open)
OPEN(open64)

ssize_t read(int fd, void *data, size_t size) {
    static ssize_t (*real)(int, void *, size_t);
    if (!real) real = next("read");
    if (is_gone() && concerns(fd)) FAIL(EIO);
    return real(fd, data, size);
}

int unlink(const char *path) {
    static int (*real)(const char *);
    if (!real) real = next("unlink");
    if (concerns_path(path) && calls >= at && (mode == READ_ONLY || mode == GONE)) FAIL(mode == GONE ? EIO : EROFS);
    return real(path);
}
