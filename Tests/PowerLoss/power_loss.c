#include "power_loss.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// MARK: What is remembered

/// A write or truncation that was not synced yet.
typedef struct operation {
    int is_truncation;
    int64_t offset; // of a truncation: the new size
    int64_t length;
    unsigned char *bytes; // owned
    struct operation *next;
} operation;

/// A file in a watched folder: what the disk has of it, and what it does not have yet.
typedef struct tracked {
    char *path; // owned
    int is_on_disk;
    // The first sync brings the names in the folder along, as the real file system does for new logs.
    int syncs_folder;
    unsigned char *image; // owned
    int64_t size;
    // What the disk still has under this name as long as it does not know that it was deleted.
    unsigned char *ghost; // owned, or NULL
    int64_t ghost_size;
    operation *first, *last;
    struct tracked *next;
} tracked;

struct power_loss {
    char *folder; // owned, ends in a slash
    tracked *files;
    int64_t operations;
    int64_t remaining; // -1: not armed
    char *target;      // owned
    uint64_t random;
    enum power_loss_mode mode;
    int happened;
    struct power_loss *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static power_loss *watches;

static power_loss *watch_of(const char *path) {
    for (power_loss *watch = watches; watch; watch = watch->next)
        if (strncmp(path, watch->folder, strlen(watch->folder)) == 0) return watch;
    return NULL;
}

static tracked *find(power_loss *watch, const char *path) {
    for (tracked *file = watch->files; file; file = file->next)
        if (strcmp(file->path, path) == 0) return file;
    return NULL;
}

static void forget_operations(tracked *file) {
    for (operation *each = file->first; each;) {
        operation *next = each->next;
        free(each->bytes);
        free(each);
        each = next;
    }
    file->first = file->last = NULL;
}

static void resize(tracked *file, int64_t size) {
    unsigned char *image = realloc(file->image, size > 0 ? (size_t)size : 1);
    if (!image) abort();
    if (size > file->size) memset(image + file->size, 0, (size_t)(size - file->size));
    file->image = image;
    file->size = size;
}

static void forget_ghost(tracked *file) {
    free(file->ghost);
    file->ghost = NULL;
    file->ghost_size = 0;
}

static void forget_ghosts(power_loss *watch) {
    for (tracked *file = watch->files; file; file = file->next) forget_ghost(file);
}

static void put(tracked *file, int64_t offset, const unsigned char *bytes, int64_t length) {
    if (offset + length > file->size) resize(file, offset + length);
    memcpy(file->image + offset, bytes, (size_t)length);
}

/// A file that is opened for the first time: what it holds counts as synced.
static tracked *track(power_loss *watch, const char *path, int is_there) {
    tracked *file = find(watch, path);
    if (file) return file;
    file = calloc(1, sizeof *file);
    if (!file) abort();
    file->path = strdup(path);
    file->is_on_disk = is_there;
    resize(file, 0);
    FILE *stream = is_there ? fopen(path, "rb") : NULL;
    if (stream) {
        unsigned char buffer[65536];
        size_t count;
        while ((count = fread(buffer, 1, sizeof buffer, stream)) > 0) put(file, file->size, buffer, (int64_t)count);
        fclose(stream);
    }
    file->next = watch->files;
    watch->files = file;
    return file;
}

static void remember(tracked *file, int is_truncation, int64_t offset, const void *bytes, int64_t length) {
    operation *new = calloc(1, sizeof *new);
    if (!new) abort();
    new->is_truncation = is_truncation;
    new->offset = offset;
    new->length = length;
    if (length > 0) {
        new->bytes = malloc((size_t)length);
        if (!new->bytes) abort();
        memcpy(new->bytes, bytes, (size_t)length);
    }
    if (file->last) file->last->next = new;
    else file->first = new;
    file->last = new;
}

static void apply(tracked *file, const operation *each) {
    if (each->is_truncation) {
        if (each->offset < file->size) resize(file, each->offset);
    } else {
        put(file, each->offset, each->bytes, each->length);
    }
}

// MARK: The loss

/// SplitMix64.
static uint64_t next_random(power_loss *watch) {
    uint64_t mixed = watch->random += 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

static int one_in(power_loss *watch, uint64_t count) { return next_random(watch) % count == 0; }

/// Applies a write of which only some sectors reached the disk.
static void apply_torn(power_loss *watch, tracked *file, const operation *each) {
    for (int64_t start = 0; start < each->length;) {
        int64_t end = (each->offset + start) / 512 * 512 + 512 - each->offset;
        if (end > each->length) end = each->length;
        if (one_in(watch, 2)) put(file, each->offset + start, each->bytes + start, end - start);
        start = end;
    }
}

static void write_remains(power_loss *watch, const tracked *file) {
    tracked remains = {.is_on_disk = file->is_on_disk};
    resize(&remains, 0);
    put(&remains, 0, file->image, file->size);
    int keeps_some = watch->mode == POWER_LOSS_KEEPS_SOME;
    if (file->ghost && (!keeps_some || one_in(watch, 2))) {
        remains.is_on_disk = 1;
        put(&remains, 0, file->ghost, file->ghost_size);
    } else if (keeps_some) {
        // The name of a new file may be there or not.
        if (!remains.is_on_disk && file->first) remains.is_on_disk = one_in(watch, 2);
        for (const operation *each = file->first; each; each = each->next) {
            if (one_in(watch, 2)) continue;
            if (!each->is_truncation && one_in(watch, 4)) apply_torn(watch, &remains, each);
            else apply(&remains, each);
        }
    }
    if (remains.is_on_disk) {
        const char *name = file->path + strlen(watch->folder);
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", watch->target, name);
        FILE *stream = fopen(path, "wb");
        if (!stream || fwrite(remains.image, 1, (size_t)remains.size, stream) != (size_t)remains.size) abort();
        fclose(stream);
    }
    free(remains.image);
}

/// Counts an operation that is about to happen; the power goes before it.
static void count(power_loss *watch) {
    watch->operations += 1;
    if (watch->remaining < 0 || watch->happened) return;
    if (watch->remaining-- > 0) return;
    for (const tracked *file = watch->files; file; file = file->next) write_remains(watch, file);
    watch->happened = 1;
}

// MARK: The file system

/// A file of a watched folder; the file of the real file system follows it in memory.
typedef struct watched_file {
    sqlite3_file base;
    power_loss *watch;
    tracked *file;
    sqlite3_file *real;
} watched_file;

static sqlite3_vfs *real_system;
static sqlite3_file *real(sqlite3_file *file) { return ((watched_file *)file)->real; }

static int file_close(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }

static int file_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), bytes, length, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset) {
    watched_file *watched = (watched_file *)file;
    pthread_mutex_lock(&lock);
    count(watched->watch);
    remember(watched->file, 0, offset, bytes, length);
    pthread_mutex_unlock(&lock);
    return real(file)->pMethods->xWrite(real(file), bytes, length, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    watched_file *watched = (watched_file *)file;
    pthread_mutex_lock(&lock);
    count(watched->watch);
    remember(watched->file, 1, size, NULL, 0);
    pthread_mutex_unlock(&lock);
    return real(file)->pMethods->xTruncate(real(file), size);
}

static int file_sync(sqlite3_file *file, int flags) {
    (void)flags;
    watched_file *watched = (watched_file *)file;
    pthread_mutex_lock(&lock);
    count(watched->watch);
    for (const operation *each = watched->file->first; each; each = each->next) apply(watched->file, each);
    forget_operations(watched->file);
    // On the usual file systems a synced file has its name; a deletion is only sure once the folder was synced.
    watched->file->is_on_disk = 1;
    forget_ghost(watched->file);
    if (watched->file->syncs_folder) forget_ghosts(watched->watch);
    watched->file->syncs_folder = 0;
    pthread_mutex_unlock(&lock);
    // The real disk need not be waited for: no power goes in a test.
    return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
static int file_lock(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
static int file_unlock(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
static int file_reserved(sqlite3_file *file, int *result) {
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}
static int file_control(sqlite3_file *file, int what, void *argument) {
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}
static int file_sector(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
static int file_characteristics(sqlite3_file *file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
static int file_shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}
static int file_shm_lock(sqlite3_file *file, int offset, int n, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}
static void file_shm_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
static int file_shm_unmap(sqlite3_file *file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

/// Version 2: with shared memory, without mapping, so that every write passes here.
static const sqlite3_io_methods watched_methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_characteristics,
    .xShmMap = file_shm_map,
    .xShmLock = file_shm_lock,
    .xShmBarrier = file_shm_barrier,
    .xShmUnmap = file_shm_unmap,
};

static int system_open(sqlite3_vfs *system, sqlite3_filename name, sqlite3_file *file, int flags, int *out) {
    (void)system;
    pthread_mutex_lock(&lock);
    power_loss *watch = name ? watch_of(name) : NULL;
    pthread_mutex_unlock(&lock);
    if (!watch) return real_system->xOpen(real_system, name, file, flags, out);
    int is_there = 0;
    real_system->xAccess(real_system, name, SQLITE_ACCESS_EXISTS, &is_there);
    watched_file *watched = (watched_file *)file;
    watched->base.pMethods = NULL;
    watched->real = (sqlite3_file *)(watched + 1);
    int code = real_system->xOpen(real_system, name, watched->real, flags, out);
    if (code != SQLITE_OK) return code;
    pthread_mutex_lock(&lock);
    watched->watch = watch;
    watched->file = track(watch, name, is_there);
    if (!is_there && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL))) watched->file->syncs_folder = 1;
    pthread_mutex_unlock(&lock);
    watched->base.pMethods = &watched_methods;
    return SQLITE_OK;
}

static int system_delete(sqlite3_vfs *system, const char *name, int sync_folder) {
    (void)system;
    pthread_mutex_lock(&lock);
    power_loss *watch = watch_of(name);
    tracked *file = watch ? find(watch, name) : NULL;
    if (file) {
        count(watch);
        forget_operations(file);
        if (sync_folder) {
            forget_ghosts(watch);
        } else if (file->is_on_disk) {
            forget_ghost(file);
            file->ghost = file->image;
            file->ghost_size = file->size;
            file->image = NULL;
            file->size = 0;
        }
        file->is_on_disk = 0;
        resize(file, 0);
    }
    pthread_mutex_unlock(&lock);
    return real_system->xDelete(real_system, name, sync_folder);
}

static int system_access(sqlite3_vfs *system, const char *name, int flags, int *result) {
    (void)system;
    return real_system->xAccess(real_system, name, flags, result);
}
static int system_path(sqlite3_vfs *system, const char *name, int length, char *result) {
    (void)system;
    return real_system->xFullPathname(real_system, name, length, result);
}
static int system_random(sqlite3_vfs *system, int length, char *bytes) {
    (void)system;
    return real_system->xRandomness(real_system, length, bytes);
}
static int system_sleep(sqlite3_vfs *system, int microseconds) {
    (void)system;
    return real_system->xSleep(real_system, microseconds);
}
static int system_time(sqlite3_vfs *system, double *time) {
    (void)system;
    return real_system->xCurrentTime(real_system, time);
}
static int system_error(sqlite3_vfs *system, int length, char *text) {
    (void)system;
    return real_system->xGetLastError(real_system, length, text);
}
static int system_time64(sqlite3_vfs *system, sqlite3_int64 *time) {
    (void)system;
    return real_system->xCurrentTimeInt64(real_system, time);
}

static sqlite3_vfs this_system;

int power_loss_register(void) {
    pthread_mutex_lock(&lock);
    int code = SQLITE_OK;
    if (!real_system) {
        // Lives as long as the process; not ours to free.
        real_system = sqlite3_vfs_find(NULL);
        if (real_system) {
            this_system = (sqlite3_vfs){
                .iVersion = 2,
                .szOsFile = (int)sizeof(watched_file) + real_system->szOsFile,
                .mxPathname = real_system->mxPathname,
                .zName = "power-loss",
                .xOpen = system_open,
                .xDelete = system_delete,
                .xAccess = system_access,
                .xFullPathname = system_path,
                .xRandomness = system_random,
                .xSleep = system_sleep,
                .xCurrentTime = system_time,
                .xGetLastError = system_error,
                .xCurrentTimeInt64 = system_time64,
            };
            code = sqlite3_vfs_register(&this_system, 1);
        } else {
            code = SQLITE_ERROR;
        }
    }
    pthread_mutex_unlock(&lock);
    return code;
}

// MARK: Watching

power_loss *power_loss_watch(const char *folder) {
    power_loss *watch = calloc(1, sizeof *watch);
    if (!watch) return NULL;
    size_t length = strlen(folder);
    watch->folder = malloc(length + 2);
    if (!watch->folder) abort();
    memcpy(watch->folder, folder, length + 1);
    if (length == 0 || folder[length - 1] != '/') strcat(watch->folder, "/");
    watch->remaining = -1;
    pthread_mutex_lock(&lock);
    watch->next = watches;
    watches = watch;
    pthread_mutex_unlock(&lock);
    return watch;
}

void power_loss_arm(
    power_loss *watch, int64_t operations, const char *target, uint64_t seed, enum power_loss_mode mode) {
    pthread_mutex_lock(&lock);
    free(watch->target);
    watch->target = strdup(target);
    watch->random = seed;
    watch->mode = mode;
    watch->remaining = operations;
    watch->happened = 0;
    pthread_mutex_unlock(&lock);
}

int power_loss_happened(const power_loss *watch) {
    pthread_mutex_lock(&lock);
    int happened = watch->happened;
    pthread_mutex_unlock(&lock);
    return happened;
}

int64_t power_loss_operations(const power_loss *watch) {
    pthread_mutex_lock(&lock);
    int64_t operations = watch->operations;
    pthread_mutex_unlock(&lock);
    return operations;
}

void power_loss_end(power_loss *watch) {
    pthread_mutex_lock(&lock);
    for (power_loss **place = &watches; *place; place = &(*place)->next) {
        if (*place == watch) {
            *place = watch->next;
            break;
        }
    }
    pthread_mutex_unlock(&lock);
    for (tracked *file = watch->files; file;) {
        tracked *next = file->next;
        forget_operations(file);
        forget_ghost(file);
        free(file->image);
        free(file->path);
        free(file);
        file = next;
    }
    free(watch->target);
    free(watch->folder);
    free(watch);
}
